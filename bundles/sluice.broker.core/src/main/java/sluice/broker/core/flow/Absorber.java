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
import sluice.driver.spi.Point;

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
    private final int place;

    /**
     * A way in.
     *
     * @param gathering of the flow
     * @param reading the shape of the source's record
     * @param fields what is looked at
     */
    Absorber(Gathering gathering, Shape reading, Fields fields) {
        this.gathering = requireNonNull(gathering, "gathering is null");
        this.digests = gathering.digests();
        this.subject = placeOf(fields.subject, reading);
        this.subjectType = typeAt(this.subject, reading);
        this.sensitive = placeOf(fields.sensitive, reading);
        this.sensitiveType = typeAt(this.sensitive, reading);
        this.place = placeOf(fields.place, reading);
    }

    /**
     * Which fields of a record are looked at.
     *
     * @param subject the field that says whom a record is about, {@link Window#BY_DEVICE}, or empty
     * @param sensitive the field whose values have to differ, or empty
     * @param place the field that says where it was observed, or empty
     */
    record Fields(String subject, String sensitive, String place) {
        static final Fields NONE = new Fields("", "", "");
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
        if (isMissing(reading, subject) || isMissing(reading, sensitive) || isMissing(reading, place)) {
            return Reason.ABSENT;
        }
        long whom = digest(reading, subject, subjectType);
        long different = digest(reading, sensitive, sensitiveType);
        return gathering.take(new Incoming(values, whom, different, reading.observedAt(), where(reading)), now);
    }

    private @Nullable Point where(SlotReading reading) {
        return place >= 0 && reading.values().getObject(place) instanceof Point point ? point : null;
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
