package sluice.app.api;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an application says of itself: its purpose, the records it needs and the records it publishes. Immutable; grown by its methods.
 *
 * <p>A record's components are {@code String}, {@code long}, {@code int}, {@code double}, {@code boolean}, their wrappers, an enum, {@code
 * Instant}, {@code Duration}, {@link Point}, or a {@code List} of {@code String}, {@code Long} or {@code Double}; at most 32. A primitive
 * component must be there in every observation; a reference may be absent ({@code null}). Ask for no more than the purpose needs: a
 * component that policy does not release keeps the whole record from binding, and the operator is told which.
 */
public final class Manifest {
    private final String purpose;
    private final Map<String, List<Class<? extends Record>>> needs;
    private final Map<Class<? extends Record>, String> publishes;

    private Manifest(
            String purpose,
            Map<String, List<Class<? extends Record>>> needs,
            Map<Class<? extends Record>, String> publishes) {
        this.purpose = purpose;
        this.needs = Collections.unmodifiableMap(needs);
        this.publishes = Map.copyOf(publishes);
    }

    /**
     * A manifest that needs nothing and publishes nothing yet.
     *
     * @param purpose the name of a purpose in the city's register, for example {@code waste-collection}
     * @return the manifest
     */
    public static Manifest forPurpose(String purpose) {
        return new Manifest(requireNonNull(purpose, "purpose is null"), Map.of(), Map.of());
    }

    /**
     * Adds a need.
     *
     * @param stream a stream of the city's catalogue, for example {@code waste.container}
     * @param as the record that each observation of it shall fill; its components are named as the policy's outputs are
     * @return a copy with the need
     * @throws IllegalArgumentException if the stream is needed already
     */
    public Manifest needs(String stream, Class<? extends Record> as) {
        return needsOneOf(stream, List.of(as));
    }

    /**
     * Adds a need that one of several records meets, for example with the exact time, with the quarter of an hour, with the hour. The
     * application is told the <em>least</em> invasive of them that the city's policy permits, so list only what serves the purpose; it must
     * take an observation in any of them.
     *
     * @param stream a stream of the city's catalogue
     * @param exactToCoarse the records, from most to least exact; 1 to 8, no two of the same components
     * @return a copy with the need
     * @throws IllegalArgumentException if the stream is needed already, or no record is given
     */
    public Manifest needsOneOf(String stream, List<Class<? extends Record>> exactToCoarse) {
        Map<String, List<Class<? extends Record>>> grown = new LinkedHashMap<>(needs);
        if (exactToCoarse.isEmpty()
                || grown.put(requireNonNull(stream, "stream is null"), List.copyOf(exactToCoarse)) != null) {
            throw new IllegalArgumentException("stream `" + stream + "` is needed twice, or as no record");
        }
        return new Manifest(purpose, grown, publishes);
    }

    /**
     * Adds a stream that the application publishes.
     *
     * @param stream a stream of the city's catalogue
     * @param as the record that carries it; its components are named as the catalogue's fields are
     * @return a copy with the stream
     */
    public Manifest publishes(String stream, Class<? extends Record> as) {
        return new Manifest(purpose, needs, with(publishes, as, stream));
    }

    /**
     * The purpose.
     *
     * @return a name in the city's register
     */
    public String purpose() {
        return purpose;
    }

    /**
     * What it needs.
     *
     * @return record class to stream name; every alternative is there
     */
    public Map<Class<? extends Record>, String> needs() {
        Map<Class<? extends Record>, String> byRecord = new LinkedHashMap<>();
        needs.forEach((stream, records) -> records.forEach(record -> byRecord.put(record, stream)));
        return byRecord;
    }

    /**
     * What it needs, with what it can do with instead.
     *
     * @return stream name to record classes, from most to least exact
     */
    public Map<String, List<Class<? extends Record>>> alternatives() {
        return needs;
    }

    /**
     * What it publishes.
     *
     * @return record class to stream name
     */
    public Map<Class<? extends Record>, String> publishes() {
        return publishes;
    }

    private static Map<Class<? extends Record>, String> with(
            Map<Class<? extends Record>, String> map, Class<? extends Record> type, String stream) {
        Map<Class<? extends Record>, String> grown = new LinkedHashMap<>(map);
        grown.put(requireNonNull(type, "record class is null"), requireNonNull(stream, "stream is null"));
        return grown;
    }
}
