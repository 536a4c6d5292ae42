package sluice.broker.core.shape;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.ValueType;
import sluice.driver.spi.Point;

/** Random shapes and random values for them. */
public final class AnySlots {
    private static final ValueType[] TYPES = ValueType.values();

    private final RandomGenerator random;

    public AnySlots(RandomGenerator random) {
        this.random = random;
    }

    public Shape shape() {
        List<Component> components = new ArrayList<>();
        for (int i = random.nextInt(Shape.MAX_COMPONENTS + 1); i > 0; i--) {
            components.add(new Component("c" + i, TYPES[random.nextInt(TYPES.length)], Object.class, Object.class));
        }
        return new Shape(components);
    }

    /** Each value is absent one time in four. */
    public Slots slots(Shape shape) {
        Slots slots = new Slots(shape.size());
        for (int i = 0; i < shape.size(); i++) {
            if (random.nextInt(4) > 0) {
                set(slots, i, shape.components().get(i).type());
            }
        }
        return slots;
    }

    /** All values as objects, to be compared; null for absent. */
    public static List<@Nullable Object> values(Shape shape, Slots slots) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < shape.size(); i++) {
            boolean isPrimitive = shape.components().get(i).type().isPrimitive();
            values.add(slots.has(i) ? isPrimitive ? (Object) slots.getLong(i) : slots.getObject(i) : null);
        }
        return values;
    }

    private void set(Slots slots, int i, ValueType type) {
        switch (type) {
            case LONG -> slots.setLong(i, random.nextLong());
            case DOUBLE -> slots.setDouble(i, Double.longBitsToDouble(random.nextLong()));
            case BOOLEAN -> slots.setBoolean(i, random.nextBoolean());
            case TEXT -> slots.setObject(i, text());
            case INSTANT -> slots.setObject(i, Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)));
            case DURATION -> slots.setObject(i, Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000)));
            case POINT -> slots.setObject(i, new Point(random.nextDouble(-90, 90), random.nextDouble(-180, 180)));
            case TEXTS -> slots.setObject(i, list(this::text));
            case LONGS -> slots.setObject(i, list(random::nextLong));
            case DOUBLES -> slots.setObject(i, list(random::nextGaussian));
        }
    }

    private <T> List<T> list(Supplier<T> item) {
        List<T> list = new ArrayList<>();
        for (int left = random.nextInt(5); left > 0; left--) {
            list.add(item.get());
        }
        return List.copyOf(list);
    }

    private String text() {
        return random.ints(random.nextInt(12), 0, 0xd800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
