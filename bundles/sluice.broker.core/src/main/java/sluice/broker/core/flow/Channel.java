package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Label;

/**
 * Where a source puts its records of one class. The route behind it is exchanged whole when policy or recipients change; the source keeps
 * the channel.
 */
public final class Channel {
    private final Origin origin;
    private volatile @Nullable Route route;

    /**
     * A channel without a route: the catalogue does not know its stream yet.
     *
     * @param origin what comes through it
     */
    Channel(Origin origin) {
        this.origin = requireNonNull(origin, "origin is null");
    }

    /**
     * What comes through a channel.
     *
     * @param guest symbolic name of the bundle that the record class is of
     * @param type the record class
     * @param stream the catalogue stream that the guest says it is
     * @param floor the least label of each field
     * @param lineage the streams that a publishing application was told of; none for a driver
     */
    public record Origin(String guest, Class<? extends Record> type, String stream, Label floor, Set<String> lineage) {
        public Origin {
            requireNonNull(guest, "guest is null");
            requireNonNull(type, "type is null");
            requireNonNull(stream, "stream is null");
            requireNonNull(floor, "floor is null");
            lineage = Set.copyOf(lineage);
        }

        /**
         * A driver's.
         *
         * @param guest symbolic name of its bundle
         * @param type the record class
         * @param stream the catalogue stream
         * @param floor the least label of each field
         */
        public Origin(String guest, Class<? extends Record> type, String stream, Label floor) {
            this(guest, type, stream, floor, Set.of());
        }

        /** All streams that whoever is told of this one is told of with it. */
        Set<String> told() {
            Set<String> told = new HashSet<>(lineage);
            told.add(stream);
            return told;
        }
    }

    /**
     * What comes through it.
     *
     * @return guest, class, stream and floor
     */
    public Origin origin() {
        return origin;
    }

    /**
     * The route in force.
     *
     * @return the route, or empty if the catalogue does not declare the stream
     */
    public Optional<Route> route() {
        return Optional.ofNullable(route);
    }

    /**
     * The route in force, for the line itself: makes no object, as {@link #route} does.
     *
     * @return the route, or null if the catalogue does not declare the stream
     */
    public @Nullable Route inForce() {
        return route;
    }

    void route(@Nullable Route next) {
        route = next;
    }
}
