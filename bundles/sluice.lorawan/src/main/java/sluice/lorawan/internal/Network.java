package sluice.lorawan.internal;

import java.util.List;
import java.util.Optional;
import sluice.driver.spi.Json;

/** What one kind of network server calls things. It checks nothing; {@link Letter} does. */
interface Network {
    /** What the topic says; empty if it is none of this network's. Anything may stand in front of the network's own part. */
    Optional<Heading> heading(String topic);

    /** What the message's shape says, for a transport without topics; empty if it is none of this network's. */
    Optional<Event> shape(Json root);

    /** Where the parts of the message are; any of them may be absent. */
    Letter letter(Json root);

    /**
     * What a topic says.
     *
     * @param event what is reported
     * @param device the device that it is reported of, as {@link Letter#device} writes it
     */
    record Heading(Event event, String device) {}

    /**
     * A member that only messages of one event have.
     *
     * @param member its name, at the root
     * @param event what it tells
     */
    record Sign(String member, Event event) {
        /** What the first sign that is there tells; {@link Event#OTHER} if none is. */
        static Event first(List<Sign> signs, Json root) {
            return signs.stream()
                    .filter(sign -> !root.get(sign.member).isAbsent())
                    .map(Sign::event)
                    .findFirst()
                    .orElse(Event.OTHER);
        }
    }
}
