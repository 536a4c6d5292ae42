package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * All that the city decided, as one consistent set. Replaced as a whole.
 *
 * @param version names the set: the first 12 hexadecimal digits of the SHA-256 of its files
 * @param catalogue streams by name
 * @param purposes purposes by name
 * @param policies at most one for a stream, purpose and recipient
 * @param zones parts of the city on the map, in the order of the files
 * @param declassifications decisions that a published stream says less than its publisher was told
 */
public record PolicySet(
        String version,
        Map<String, CatalogueStream> catalogue,
        Map<String, Purpose> purposes,
        List<Policy> policies,
        List<Zone> zones,
        List<Declassification> declassifications) {
    /** Nothing is known, so nothing is released. */
    public static final PolicySet EMPTY = new PolicySet("empty", Map.of(), Map.of(), List.of());

    public PolicySet {
        requireNonNull(version, "version is null");
        catalogue = Map.copyOf(catalogue);
        purposes = Map.copyOf(purposes);
        policies = List.copyOf(policies);
        zones = List.copyOf(zones);
        declassifications = List.copyOf(declassifications);
    }

    /**
     * A set without declassifications.
     *
     * @param version names the set
     * @param catalogue streams by name
     * @param purposes purposes by name
     * @param policies at most one for a stream, purpose and recipient
     * @param zones parts of the city on the map, in the order of the files
     */
    public PolicySet(
            String version,
            Map<String, CatalogueStream> catalogue,
            Map<String, Purpose> purposes,
            List<Policy> policies,
            List<Zone> zones) {
        this(version, catalogue, purposes, policies, zones, List.of());
    }

    /**
     * A set without a map.
     *
     * @param version names the set
     * @param catalogue streams by name
     * @param purposes purposes by name
     * @param policies at most one for a stream, purpose and recipient
     */
    public PolicySet(
            String version,
            Map<String, CatalogueStream> catalogue,
            Map<String, Purpose> purposes,
            List<Policy> policies) {
        this(version, catalogue, purposes, policies, List.of());
    }
}
