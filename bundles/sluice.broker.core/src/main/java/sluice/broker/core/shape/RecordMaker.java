package sluice.broker.core.shape;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/** Makes a foreign record from slots, by its canonical constructor. Foreign code runs in it: called on that stranger's own thread. */
public final class RecordMaker {
    private final Shape shape;
    private final MethodHandle make;

    private RecordMaker(Shape shape, MethodHandle make) {
        this.shape = shape;
        this.make = make;
    }

    /**
     * A maker of a record class.
     *
     * @param type the record class
     * @return the maker
     * @throws IllegalArgumentException if the class can not be made; the message says why
     */
    public static RecordMaker of(Class<? extends Record> type) {
        Shape shape = Shape.of(type);
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            MethodHandle constructor = lookup.findConstructor(type, parameters(shape));
            return new RecordMaker(
                    shape, fromOneSlots(constructor, shape).asType(methodType(Record.class, Slots.class)));
        } catch (ReflectiveOperationException unreachable) {
            throw new IllegalArgumentException("record `" + type.getSimpleName() + "` can not be made", unreachable);
        }
    }

    /**
     * The shape of the record class.
     *
     * @return its shape
     */
    public Shape shape() {
        return shape;
    }

    /**
     * Makes one record.
     *
     * @param slots values in the order of the shape
     * @return the record, or empty if a value does not fit its component (an enum without such a constant, an {@code int} too small)
     * @throws Throwable whatever the record's constructor throws
     */
    public Optional<Record> make(Slots slots) throws Throwable {
        try {
            return Optional.of((Record) make.invokeExact(slots));
        } catch (SlotAccess.Unreadable doesNotFit) {
            return Optional.empty();
        }
    }

    private static MethodType parameters(Shape shape) {
        return methodType(
                void.class, shape.components().stream().map(Component::carrier).toArray(Class<?>[]::new));
    }

    private static MethodHandle fromOneSlots(MethodHandle constructor, Shape shape)
            throws ReflectiveOperationException {
        MethodHandle[] takers = new MethodHandle[shape.size()];
        for (int i = 0; i < takers.length; i++) {
            takers[i] = SlotAccess.taker(shape.components().get(i), i);
        }
        MethodHandle fromMany = MethodHandles.filterArguments(constructor, 0, takers);
        return MethodHandles.permuteArguments(
                fromMany, methodType(constructor.type().returnType(), Slots.class), new int[takers.length]);
    }
}
