package sluice.driver.kit.frame;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.driver.kit.Codec;
import sluice.driver.kit.Facts;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/** A message of fixed length, whose fields stand where they always stand. Immutable. */
public final class Layout implements Codec {
    private final int length;
    private final List<Field> fields;

    private Layout(int length, List<Field> fields) {
        this.length = length;
        this.fields = fields;
    }

    /**
     * A layout.
     *
     * @param length of the message, in bytes
     * @param fields all within it
     * @return the layout
     */
    public static Layout of(int length, Field... fields) {
        return new Layout(length, List.of(fields));
    }

    /**
     * Several layouts of one port, told apart by their length.
     *
     * @param layouts of different lengths
     * @return a codec: longer than all is an unknown message, any other length is truncated
     */
    public static Codec anyOf(Layout... layouts) {
        TreeMap<Integer, Layout> byLength = new TreeMap<>();
        for (Layout layout : layouts) {
            byLength.put(layout.length, layout);
        }
        return frame -> pick(byLength, frame);
    }

    private static Facts pick(TreeMap<Integer, Layout> byLength, Frame frame) {
        Map.Entry<Integer, Layout> fitting = byLength.floorEntry(frame.length());
        return fitting == null || fitting.getKey() != frame.length() && frame.length() < byLength.lastKey()
                ? Facts.refused(Refusal.TRUNCATED)
                : fitting.getValue().read(frame);
    }

    @Override
    public Facts read(Frame frame) {
        if (frame.length() != length) {
            return Facts.refused(frame.length() < length ? Refusal.TRUNCATED : Refusal.UNKNOWN_MESSAGE);
        }
        Facts facts = Facts.none();
        for (Field field : fields) {
            field.read(frame, 0, facts);
        }
        return facts;
    }
}
