package sluice.broker.core.shape;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a foreign record into slots.
 *
 * <p>Each field is read once, from the field itself and never through its accessor, which may lie. All fields are read by one combined
 * method handle in a final field of the instance; the just-in-time compiler makes straight code of it (measured against the alternatives in
 * {@code docs/reference/performance.md}).
 */
public final class RecordReader {
    private final Shape shape;
    private final MethodHandle readAll;

    private RecordReader(Shape shape, MethodHandle readAll) {
        this.shape = shape;
        this.readAll = readAll;
    }

    /**
     * A reader of some components of a record class.
     *
     * @param type the record class
     * @param wanted which components to read, by name; the others stay absent, and are never touched
     * @return the reader
     * @throws IllegalArgumentException if the class can not be read; the message says why
     */
    public static RecordReader of(Class<? extends Record> type, Predicate<String> wanted) {
        Shape shape = Shape.of(type);
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            MethodHandle all = MethodHandles.empty(methodType(void.class, Slots.class, type));
            for (int i = shape.size() - 1; i >= 0; i--) {
                if (wanted.test(shape.components().get(i).name())) {
                    all = MethodHandles.foldArguments(
                            all, store(lookup, type, shape.components().get(i), i));
                }
            }
            return new RecordReader(shape, all.asType(methodType(void.class, Slots.class, Record.class)));
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalArgumentException("record `" + type.getSimpleName() + "` can not be read", unreadable);
        }
    }

    /**
     * A reader for readings that come as slots already.
     *
     * @param shape their shape
     * @return reads nothing of any record
     */
    public static RecordReader ofRows(Shape shape) {
        return new RecordReader(shape, MethodHandles.empty(methodType(void.class, Slots.class, Record.class)));
    }

    /**
     * The shape of the record class, wanted or not.
     *
     * @return the whole shape
     */
    public Shape shape() {
        return shape;
    }

    /**
     * Reads one record. A list of a foreign class runs foreign code while it is copied, so this is called on that stranger's own thread.
     *
     * @param record of the class this was made for
     * @return its wanted values, or null if a list is too long or holds what it must not
     */
    public @Nullable Slots read(Record record) {
        Slots slots = new Slots(shape.size());
        try {
            readAll.invokeExact(slots, record);
            return slots;
        } catch (SlotAccess.Unreadable unreadable) {
            return null;
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MethodHandle store(MethodHandles.Lookup lookup, Class<?> type, Component component, int index)
            throws ReflectiveOperationException {
        MethodHandle getter = lookup.findGetter(type, component.name(), component.carrier());
        MethodHandle put = MethodHandles.insertArguments(SlotAccess.putter(component), 1, index);
        return MethodHandles.filterArguments(
                put, 1, getter.asType(methodType(put.type().parameterType(1), type)));
    }
}
