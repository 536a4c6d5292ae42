package sluice.broker.core.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.flow.Channel;
import sluice.broker.core.flow.Route;
import sluice.broker.core.model.Reason;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Reading;

/** What was taken out of a driver's reading on the driver's own thread: from here on, nothing foreign is touched. */
sealed interface Extract {
    /**
     * Values, and where they go.
     *
     * @param channel where they are put
     * @param route the route in force when they were read
     * @param values declared components only
     * @param observedAt when it was observed
     * @param sequence the device's number, or -1
     */
    record Values(Channel channel, Route route, Slots values, Instant observedAt, long sequence) implements Extract {
        public Values {
            requireNonNull(channel, "channel is null");
            requireNonNull(route, "route is null");
            requireNonNull(values, "values is null");
            requireNonNull(observedAt, "observedAt is null");
        }
    }

    /**
     * A reading that is none.
     *
     * @param reason why
     */
    record Nothing(Reason reason) implements Extract {
        public Nothing {
            requireNonNull(reason, "reason is null");
        }
    }

    /** Takes the values out of a reading. Runs foreign code where a list is of a foreign class. */
    static Extract of(Reading reading, @Nullable Channel channel, boolean durablePath) {
        Route route = channel == null ? null : channel.inForce();
        if (channel == null || route == null) {
            return new Nothing(Reason.UNDECLARED_STREAM);
        }
        if (durablePath && route.stream().label().forbidsRest()) {
            return new Nothing(Reason.DURABLE_PATH);
        }
        Slots values = route.reader().read(reading.values());
        return values == null
                ? new Nothing(Reason.TYPE_MISMATCH)
                : new Values(
                        channel,
                        route,
                        values,
                        reading.observedAt(),
                        reading.sequence().orElse(-1));
    }
}
