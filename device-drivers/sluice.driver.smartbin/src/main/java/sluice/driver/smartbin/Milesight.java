package sluice.driver.smartbin;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/**
 * The payload of Milesight's level sensors: items of a channel byte, a type byte and a value, least significant byte first.
 *
 * <p>A frame is read as a whole or not at all: the length of an item that is not listed here is unknown, and so is everything after it
 * (source: the payload definitions in the maker's repository of decoders).
 */
final class Milesight {
    private static final int LONGEST_LORAWAN_PAYLOAD = 242;

    private static final Milesight EM400_MUD = new Milesight(Map.of(
            0x0175, Item.BATTERY,
            0x0367, Item.TEMPERATURE,
            0x8367, Item.TEMPERATURE_ALARM,
            0x0482, Item.DISTANCE,
            0x8482, Item.DISTANCE_ALARM,
            0x0500, Item.POSITION));

    private static final Milesight EM310_UDL = new Milesight(Map.of(
            0x0175, Item.BATTERY,
            0x0382, Item.DISTANCE,
            0x0400, Item.POSITION));

    private enum Item {
        BATTERY(1),
        TEMPERATURE(2),
        TEMPERATURE_ALARM(3),
        DISTANCE(2),
        DISTANCE_ALARM(3),
        POSITION(1),
        SKIPPED_1(1),
        SKIPPED_2(2),
        SKIPPED_8(8);

        private final int length;

        Item(int length) {
            this.length = length;
        }
    }

    private final Map<Integer, Item> items;

    private Milesight(Map<Integer, Item> own) {
        Map<Integer, Item> all = new HashMap<>(aboutItself());
        all.putAll(own);
        this.items = Map.copyOf(all);
    }

    /** What a sensor tells of itself when it joins: versions, serial number, class, power. */
    private static Map<Integer, Item> aboutItself() {
        return Map.of(
                0xff01, Item.SKIPPED_1,
                0xff09, Item.SKIPPED_2,
                0xff0a, Item.SKIPPED_2,
                0xff0b, Item.SKIPPED_1,
                0xff0f, Item.SKIPPED_1,
                0xff16, Item.SKIPPED_8,
                0xfffe, Item.SKIPPED_1,
                0xffff, Item.SKIPPED_2);
    }

    static Measurement em400mud(Frame frame) {
        return EM400_MUD.read(frame);
    }

    static Measurement em310udl(Frame frame) {
        return EM310_UDL.read(frame);
    }

    private Measurement read(Frame frame) {
        if (frame.length() == 0) {
            return new Measurement.Unread(Refusal.TRUNCATED);
        }
        if (frame.length() > LONGEST_LORAWAN_PAYLOAD) {
            return new Measurement.Unread(Refusal.UNKNOWN_MESSAGE);
        }
        Collected collected = new Collected(frame);
        int at = 0;
        while (at < frame.length()) {
            if (at + 2 > frame.length()) {
                return new Measurement.Unread(Refusal.TRUNCATED);
            }
            Item item = items.get(frame.unsigned(at) << 8 | frame.unsigned(at + 1));
            if (item == null) {
                return new Measurement.Unread(Refusal.UNKNOWN_MESSAGE);
            }
            int end = at + 2 + item.length;
            if (end > frame.length()) {
                return new Measurement.Unread(Refusal.TRUNCATED);
            }
            if (!collected.take(item, at + 2)) {
                return new Measurement.Unread(Refusal.IMPLAUSIBLE);
            }
            at = end;
        }
        return collected.values();
    }

    /** The items of one frame, as far as they are read. */
    private static final class Collected {
        private final Frame frame;
        private @Nullable Integer distanceMm;
        private @Nullable Double temperature;
        private @Nullable Double batteryLevel;
        private @Nullable Boolean tilted;

        Collected(Frame frame) {
            this.frame = frame;
        }

        /** False if the value can not be true. */
        boolean take(Item item, int at) {
            return switch (item) {
                case BATTERY -> takeBattery(frame.unsigned(at));
                case TEMPERATURE, TEMPERATURE_ALARM -> takeTemperature((short) word(at) / 10.0);
                case DISTANCE, DISTANCE_ALARM -> takeDistance(word(at));
                case POSITION -> takePosition(frame.unsigned(at));
                case SKIPPED_1, SKIPPED_2, SKIPPED_8 -> true;
            };
        }

        private boolean takeBattery(int percent) {
            batteryLevel = percent / 100.0;
            return percent <= 100;
        }

        private boolean takeTemperature(double celsius) {
            temperature = celsius;
            return celsius >= -60 && celsius <= 130;
        }

        private boolean takeDistance(int millimetres) {
            distanceMm = millimetres;
            return true;
        }

        private boolean takePosition(int position) {
            tilted = position == 1;
            return position <= 1;
        }

        private int word(int at) {
            return frame.unsigned(at) | frame.unsigned(at + 1) << 8;
        }

        Measurement values() {
            return new Measurement.Values(distanceMm, temperature, null, batteryLevel, tilted);
        }
    }
}
