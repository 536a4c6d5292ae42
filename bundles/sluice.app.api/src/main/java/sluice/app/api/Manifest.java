package sluice.app.api;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
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
    private final Map<Class<? extends Record>, String> needs;
    private final Map<Class<? extends Record>, String> publishes;

    private Manifest(
            String purpose,
            Map<Class<? extends Record>, String> needs,
            Map<Class<? extends Record>, String> publishes) {
        this.purpose = purpose;
        this.needs = Map.copyOf(needs);
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
     */
    public Manifest needs(String stream, Class<? extends Record> as) {
        return new Manifest(purpose, with(needs, as, stream), publishes);
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
     * @return record class to stream name
     */
    public Map<Class<? extends Record>, String> needs() {
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
