package sluice.app.api;

import static java.util.Objects.requireNonNull;

/** What an application is told, after mediation. Immutable. */
public final class Observation {
    private final String id;
    private final String stream;
    private final Record values;

    /**
     * An observation; made by the platform, and by tests.
     *
     * @param id see {@link #id()}
     * @param stream the catalogue stream
     * @param values a record of a class that the manifest names for that stream
     */
    public Observation(String id, String stream, Record values) {
        this.id = requireNonNull(id, "id is null");
        this.stream = requireNonNull(stream, "stream is null");
        this.values = requireNonNull(values, "values is null");
    }

    /**
     * Names this observation to this application only: no two recipients are given the same id for what one device said. After a crash of
     * the platform an observation may come again, with the same id.
     *
     * @return 32 hexadecimal digits
     */
    public String id() {
        return id;
    }

    /**
     * The stream it belongs to.
     *
     * @return a name in the city's catalogue
     */
    public String stream() {
        return stream;
    }

    /**
     * The application's own record.
     *
     * @return of a class that the manifest names
     */
    public Record values() {
        return values;
    }
}
