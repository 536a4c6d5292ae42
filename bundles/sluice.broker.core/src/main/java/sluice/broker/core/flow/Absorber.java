package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Window;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.Incoming;
import sluice.broker.core.window.aggregate.Digests;

/** The way of one source's records into what a flow gathers: says whom each is about, as a digest that ends with the windows. */
final class Absorber {
    private static final int BY_DEVICE = Shape.NOWHERE - 1;
    private static final int NOBODY = Shape.NOWHERE - 2;

    private final Gathering gathering;
    private final Digests digests;
    private final int subject;
    private final ValueType subjectType;
    private final int sensitive;
    private final ValueType sensitiveType;

    /**
     * A way in.
     *
     * @param gathering of the flow
     * @param reading the shape of the source's record
     * @param subject the field that says whom a record is about, {@link Window#BY_DEVICE}, or empty
     * @param sensitive the field whose values have to differ, or empty
     */
    Absorber(Gathering gathering, Shape reading, String subject, String sensitive) {
        this.gathering = requireNonNull(gathering, "gathering is null");
        this.digests = gathering.digests();
        this.subject = placeOf(subject, reading);
        this.subjectType = typeAt(this.subject, reading);
        this.sensitive = placeOf(sensitive, reading);
        this.sensitiveType = typeAt(this.sensitive, reading);
    }

    private static int placeOf(String field, Shape reading) {
        if (field.isEmpty()) {
            return NOBODY;
        }
        return field.equals(Window.BY_DEVICE) ? BY_DEVICE : reading.indexOf(field);
    }

    private static ValueType typeAt(int place, Shape reading) {
        return place >= 0 ? reading.components().get(place).type() : ValueType.TEXT;
    }

    /** Null if it was taken in. A record that does not say whom it is about counts for nobody. */
    @Nullable
    Reason take(SlotReading reading, Slots values, Instant now) {
        if (isMissing(reading, subject) || isMissing(reading, sensitive)) {
            return Reason.ABSENT;
        }
        long whom = digest(reading, subject, subjectType);
        long different = digest(reading, sensitive, sensitiveType);
        return gathering.take(new Incoming(values, whom, different, reading.observedAt()), now);
    }

    boolean isOpen() {
        return gathering.isOpen();
    }

    private static boolean isMissing(SlotReading reading, int place) {
        return place == Shape.NOWHERE || place >= 0 && !reading.values().has(place);
    }

    private long digest(SlotReading reading, int place, ValueType type) {
        if (place >= 0) {
            return digests.of(reading.values(), place, type);
        }
        return place == BY_DEVICE ? digests.of(reading.source()) : 0;
    }
}
