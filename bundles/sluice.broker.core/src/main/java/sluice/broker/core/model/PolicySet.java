package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.time.ZoneOffset;
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
 * @param recipients whom the city wrote down, by name; an application's bundle that is not is the city's own
 * @param jurisdiction the act that all of it was checked against
 */
public record PolicySet(
        String version,
        Map<String, CatalogueStream> catalogue,
        Map<String, Purpose> purposes,
        List<Policy> policies,
        List<Zone> zones,
        List<Declassification> declassifications,
        Map<String, Recipient> recipients,
        Jurisdiction jurisdiction) {
    /** No act: no purpose was checked against one. */
    private static final Jurisdiction NO_ACT = new Jurisdiction(
            "none",
            "none",
            Jurisdiction.Status.DRAFT,
            ZoneOffset.UTC,
            Map.of(),
            Map.of(),
            Map.of(),
            new Where("none", 1));

    /** Nothing is known, so nothing is released. */
    public static final PolicySet EMPTY = new PolicySet("empty", Map.of(), Map.of(), List.of());

    public PolicySet {
        requireNonNull(version, "version is null");
        catalogue = Map.copyOf(catalogue);
        purposes = Map.copyOf(purposes);
        policies = List.copyOf(policies);
        zones = List.copyOf(zones);
        declassifications = List.copyOf(declassifications);
        recipients = Map.copyOf(recipients);
        requireNonNull(jurisdiction, "jurisdiction is null");
    }

    /**
     * A set without recipients of its own and without an act.
     *
     * @param version names the set
     * @param catalogue streams by name
     * @param purposes purposes by name
     * @param policies at most one for a stream, purpose and recipient
     * @param zones parts of the city on the map, in the order of the files
     * @param declassifications decisions that a published stream says less than its publisher was told
     */
    public PolicySet(
            String version,
            Map<String, CatalogueStream> catalogue,
            Map<String, Purpose> purposes,
            List<Policy> policies,
            List<Zone> zones,
            List<Declassification> declassifications) {
        this(version, catalogue, purposes, policies, zones, declassifications, Map.of(), NO_ACT);
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
