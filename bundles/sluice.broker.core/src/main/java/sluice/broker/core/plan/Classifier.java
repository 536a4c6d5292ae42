package sluice.broker.core.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.shape.Component;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/** Checks a reading against the catalogue: types at bind time; range, length, accuracy and age for each record. */
public final class Classifier {
    /** How far ahead of the platform's clock a device's may be. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Duration LONGEST = Duration.ofDays(36_525);
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final List<Check> checks;
    private final int known;
    private final Duration maxAge;
    private final int confidence;
    private final boolean isWholeConfidence;
    private final double minimumConfidence;
    private final boolean needsConfidence;

    /**
     * A classifier of one shape of readings.
     *
     * @param stream the catalogue's entry
     * @param reading the shape of the source's record
     */
    public Classifier(CatalogueStream stream, Shape reading) {
        List<Check> found = new ArrayList<>();
        int mask = 0;
        for (int i = 0; i < reading.size(); i++) {
            Component component = reading.components().get(i);
            CatalogueField field = stream.fields().get(component.name());
            if (field != null && field.type() == component.type()) {
                mask |= 1 << i;
                found.add(new Check(i, field));
            }
        }
        this.checks = List.copyOf(found);
        this.known = mask;
        Duration age = stream.accuracy().maxAge();
        this.maxAge = age.compareTo(LONGEST) < 0 ? age : LONGEST;
        this.needsConfidence = !stream.accuracy().confidenceField().isEmpty();
        this.confidence = reading.indexOf(stream.accuracy().confidenceField());
        this.isWholeConfidence =
                confidence >= 0 && reading.components().get(confidence).type() == ValueType.LONG;
        this.minimumConfidence = stream.accuracy().minimumConfidence();
    }

    /**
     * Whether the catalogue declares a component, with the same type. What it does not declare is stripped.
     *
     * @param stream the catalogue's entry
     * @param component a component of a source's record
     * @return true if declared
     */
    public static boolean isDeclared(CatalogueStream stream, Component component) {
        CatalogueField field = stream.fields().get(component.name());
        return field != null && field.type() == component.type();
    }

    /**
     * How many components are stripped from each reading.
     *
     * @param reading the shape this was made for
     * @return 0 or more
     */
    public int strippedOf(Shape reading) {
        return reading.size() - Integer.bitCount(known);
    }

    /**
     * Checks one reading.
     *
     * @param values its values; undeclared ones are absent
     * @param observedAt when it was observed
     * @param now the platform's time
     * @return null if it may go on, or why not
     */
    public @Nullable Reason refuse(Slots values, Instant observedAt, Instant now) {
        if (observedAt.isAfter(now.plus(AHEAD))) {
            return Reason.FUTURE;
        }
        if (observedAt.isBefore(now.minus(maxAge))) {
            return Reason.TOO_OLD;
        }
        for (Check check : checks) {
            Reason reason = values.has(check.index) ? check.refuse(values) : null;
            if (reason != null) {
                return reason;
            }
        }
        return isAccurate(values) ? null : Reason.INACCURATE;
    }

    private boolean isAccurate(Slots values) {
        return !needsConfidence || confidence >= 0 && values.has(confidence) && confidence(values) >= minimumConfidence;
    }

    private double confidence(Slots values) {
        return isWholeConfidence ? values.getLong(confidence) : values.getDouble(confidence);
    }

    private record Check(int index, CatalogueField field) {
        @Nullable
        Reason refuse(Slots values) {
            Limits limits = field.limits();
            return switch (field.type()) {
                case LONG -> within(values.getLong(index), limits);
                case DOUBLE -> finite(values.getDouble(index), limits);
                case TEXT ->
                    String.valueOf(values.getObject(index)).length() > limits.maxLength() ? Reason.TOO_LONG : null;
                case INSTANT -> plausible(values.getObject(index));
                case TEXTS, LONGS, DOUBLES -> list(values.getList(index), limits);
                default -> null;
            };
        }

        private static @Nullable Reason finite(double value, Limits limits) {
            return Double.isFinite(value) ? within(value, limits) : Reason.NOT_FINITE;
        }

        private static @Nullable Reason within(double value, Limits limits) {
            return value >= limits.minimum() && value <= limits.maximum() ? null : Reason.OUT_OF_RANGE;
        }

        private static @Nullable Reason plausible(@Nullable Object value) {
            return value instanceof Instant instant && !instant.isBefore(EARLIEST) && instant.isBefore(LATEST)
                    ? null
                    : Reason.OUT_OF_RANGE;
        }

        private static @Nullable Reason list(List<?> list, Limits limits) {
            if (list.size() > limits.maxLength()) {
                return Reason.TOO_LONG;
            }
            for (Object item : list) {
                Reason reason = item(item, limits);
                if (reason != null) {
                    return reason;
                }
            }
            return null;
        }

        private static @Nullable Reason item(Object item, Limits limits) {
            if (item instanceof Double number) {
                return finite(number, limits);
            }
            if (item instanceof Long number) {
                return within(number, limits);
            }
            return String.valueOf(item).length() > Limits.DEFAULT_MAX_LENGTH ? Reason.TOO_LONG : null;
        }
    }
}
