package sluice.driver.kit.frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.driver.kit.Codec;
import sluice.driver.kit.Facts;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/**
 * A message of items, each a type and then a value whose length follows from the type. It is read as a whole or not at all: the length of an
 * item that is not listed is unknown, and so is everything after it. Immutable.
 */
public final class Items implements Codec {
    private record Item(int length, List<Field> fields) {}

    private final int typeLength;
    private final Map<Integer, Item> items;

    private Items(int typeLength, Map<Integer, Item> items) {
        this.typeLength = typeLength;
        this.items = items;
    }

    /**
     * No items yet.
     *
     * @param typeLength bytes of a type, 1 or 2; of two the first is the more significant
     * @return the empty list
     */
    public static Items typedBy(int typeLength) {
        return new Items(typeLength, Map.of());
    }

    /**
     * The same list with one item more, or with another item of that type.
     *
     * @param type the item's type
     * @param length of its value, in bytes
     * @param fields counted from the value's first byte; none if the value is passed over
     * @return a copy
     */
    public Items item(int type, int length, Field... fields) {
        Map<Integer, Item> more = new HashMap<>(items);
        more.put(type, new Item(length, List.of(fields)));
        return new Items(typeLength, more);
    }

    @Override
    public Facts read(Frame frame) {
        return read(frame, 0);
    }

    /**
     * Reads the items behind a head.
     *
     * @param frame the frame
     * @param head length of the head in bytes
     * @return what the items state; without any item the frame is truncated
     */
    public Facts read(Frame frame, int head) {
        if (frame.length() <= head) {
            return Facts.refused(Refusal.TRUNCATED);
        }
        Facts facts = Facts.none();
        int at = head;
        while (at < frame.length()) {
            int value = at + typeLength;
            if (value > frame.length()) {
                return Facts.refused(Refusal.TRUNCATED);
            }
            Item item = items.get(type(frame, at));
            if (item == null) {
                return Facts.refused(Refusal.UNKNOWN_MESSAGE);
            }
            if (value + item.length() > frame.length()) {
                return Facts.refused(Refusal.TRUNCATED);
            }
            for (Field field : item.fields()) {
                field.read(frame, value, facts);
            }
            at = value + item.length();
        }
        return facts;
    }

    private int type(Frame frame, int at) {
        return typeLength == 1 ? frame.unsigned(at) : frame.unsigned(at) << 8 | frame.unsigned(at + 1);
    }
}
