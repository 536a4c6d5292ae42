package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
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

    /**
     * Whether the catalogue has a field.
     *
     * @param stream catalogue stream
     * @param field its field
     * @return false if it has no such stream, or the stream no such field
     */
    public boolean declares(String stream, String field) {
        CatalogueStream known = catalogue.get(stream);
        return known != null && known.fields().containsKey(field);
    }

    /**
     * The floor of what an application publishes.
     *
     * @param publisher symbolic name of its bundle
     * @param stream the stream that it publishes
     * @param told the most identifying label that it was told
     * @param now the platform's time
     * @return that label, or a lower one if a declassification says so and is not over
     */
    public Label floor(String publisher, String stream, Label told, Instant now) {
        return declassifications.stream()
                .filter(entry -> entry.publisher().equals(publisher)
                        && entry.stream().equals(stream)
                        && now.isBefore(entry.until()))
                .map(Declassification::to)
                .reduce(told, (one, other) -> one.isAbove(other) ? other : one);
    }
}
