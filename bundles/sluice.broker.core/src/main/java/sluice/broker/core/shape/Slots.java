package sluice.broker.core.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.ValueType;

/**
 * The values of one reading or observation, in the order of a shape. Holds platform values only: no object of a foreign class, and no list
 * that anyone else can change. Numbers and truth values lie in a word each, without an object. Not safe for several threads at a time.
 */
public final class Slots {
    private final long[] words;
    private final @Nullable Object[] objects;
    private int present;

    /**
     * Slots with every value absent.
     *
     * @param size how many, at most {@link Shape#MAX_COMPONENTS}
     */
    public Slots(int size) {
        this.words = new long[size];
        this.objects = new @Nullable Object[size];
    }

    /**
     * How many slots there are.
     *
     * @return 0 to {@link Shape#MAX_COMPONENTS}
     */
    public int size() {
        return words.length;
    }

    /**
     * Which values are there.
     *
     * @return bit i is set if value i is present
     */
    public int present() {
        return present;
    }

    /**
     * Whether a value is there.
     *
     * @param index from 0
     * @return true if present
     */
    public boolean has(int index) {
        return (present & 1 << index) != 0;
    }

    /**
     * A whole number; 0 if absent.
     *
     * @param index from 0
     * @return the number
     */
    public long getLong(int index) {
        return words[index];
    }

    /**
     * A number; 0 if absent.
     *
     * @param index from 0
     * @return the number
     */
    public double getDouble(int index) {
        return Double.longBitsToDouble(words[index]);
    }

    /**
     * A truth value; false if absent.
     *
     * @param index from 0
     * @return the truth value
     */
    public boolean getBoolean(int index) {
        return words[index] != 0;
    }

    /**
     * A value of any other type.
     *
     * @param index from 0
     * @return the value, or null if absent
     */
    public @Nullable Object getObject(int index) {
        return objects[index];
    }

    /**
     * Sets a whole number.
     *
     * @param index from 0
     * @param value the number
     */
    public void setLong(int index, long value) {
        words[index] = value;
        present |= 1 << index;
    }

    /**
     * Sets a number.
     *
     * @param index from 0
     * @param value the number
     */
    public void setDouble(int index, double value) {
        setLong(index, Double.doubleToRawLongBits(value));
    }

    /**
     * Sets a truth value.
     *
     * @param index from 0
     * @param value the truth value
     */
    public void setBoolean(int index, boolean value) {
        setLong(index, value ? 1 : 0);
    }

    /**
     * Sets a value of any other type.
     *
     * @param index from 0
     * @param value an immutable platform value, or null for absent
     */
    public void setObject(int index, @Nullable Object value) {
        objects[index] = value;
        present = value == null ? present & ~(1 << index) : present | 1 << index;
    }

    /**
     * Copies one value, present or not, whatever its type.
     *
     * @param from where to read
     * @param fromIndex from 0
     * @param index where to write, from 0
     */
    public void copy(Slots from, int fromIndex, int index) {
        words[index] = from.words[fromIndex];
        objects[index] = from.objects[fromIndex];
        present = from.has(fromIndex) ? present | 1 << index : present & ~(1 << index);
    }

    /**
     * A value as text, for a simulated device's sample.
     *
     * @param index from 0
     * @param type its type
     * @return the text, or empty if absent
     */
    public String render(int index, ValueType type) {
        if (!has(index)) {
            return "";
        }
        return switch (type) {
            case LONG -> Long.toString(getLong(index));
            case DOUBLE -> Double.toString(getDouble(index));
            case BOOLEAN -> Boolean.toString(getBoolean(index));
            default -> String.valueOf(getObject(index));
        };
    }

    /**
     * A list in a slot.
     *
     * @param index from 0
     * @return the list, or an empty one if absent
     */
    public List<?> getList(int index) {
        return objects[index] instanceof List<?> list ? list : List.of();
    }
}
