package sluice.broker.core.shape;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.ValueType;
import sluice.driver.spi.Point;

/** Writes slots as bytes and reads them back, for a spool. Both sides agree on the shape's signature beforehand. */
public final class SlotCodec {
    private SlotCodec() {}

    /**
     * Writes the values.
     *
     * @param shape their shape
     * @param slots the values
     * @return presence word, then each present value
     */
    public static byte[] encode(Shape shape, Slots slots) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(slots.present());
            for (int i = 0; i < shape.size(); i++) {
                if (slots.has(i)) {
                    write(out, shape.components().get(i).type(), slots, i);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads the values.
     *
     * @param shape their shape
     * @param bytes as written for a shape with the same signature
     * @return the values
     * @throws IllegalArgumentException if the bytes are of another shape
     */
    public static Slots decode(Shape shape, byte[] bytes) {
        Slots slots = new Slots(shape.size());
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int present = in.readInt();
            for (int i = 0; i < shape.size(); i++) {
                if ((present & 1 << i) != 0) {
                    read(in, shape.components().get(i).type(), slots, i);
                }
            }
            return slots;
        } catch (IOException | DateTimeException | ArithmeticException other) {
            throw new IllegalArgumentException("the bytes are of another shape", other);
        }
    }

    private static void write(DataOutputStream out, ValueType type, Slots slots, int i) throws IOException {
        switch (type) {
            case LONG, DOUBLE, BOOLEAN -> out.writeLong(slots.getLong(i));
            case TEXTS, LONGS, DOUBLES -> {
                out.writeInt(slots.getList(i).size());
                for (Object item : slots.getList(i)) {
                    writeItem(out, item);
                }
            }
            default -> writeItem(out, slots.getObject(i));
        }
    }

    private static void writeItem(DataOutputStream out, @Nullable Object item) throws IOException {
        if (item instanceof String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
        } else if (item instanceof Instant instant) {
            out.writeLong(instant.getEpochSecond());
            out.writeInt(instant.getNano());
        } else if (item instanceof Duration duration) {
            out.writeLong(duration.getSeconds());
            out.writeInt(duration.getNano());
        } else if (item instanceof Point point) {
            out.writeDouble(point.latitude());
            out.writeDouble(point.longitude());
        } else if (item instanceof Double number) {
            out.writeDouble(number);
        } else if (item instanceof Long number) {
            out.writeLong(number);
        }
    }

    private static void read(DataInputStream in, ValueType type, Slots slots, int i) throws IOException {
        switch (type) {
            case LONG, DOUBLE, BOOLEAN -> slots.setLong(i, in.readLong());
            case TEXTS, LONGS, DOUBLES -> {
                List<Object> list = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    list.add(readItem(in, type));
                }
                slots.setObject(i, List.copyOf(list));
            }
            default -> slots.setObject(i, readItem(in, type));
        }
    }

    private static Object readItem(DataInputStream in, ValueType type) throws IOException {
        return switch (type) {
            case TEXT, TEXTS -> readText(in);
            case INSTANT -> Instant.ofEpochSecond(in.readLong(), in.readInt());
            case DURATION -> Duration.ofSeconds(in.readLong(), in.readInt());
            case POINT -> new Point(in.readDouble(), in.readDouble());
            case LONGS -> in.readLong();
            default -> in.readDouble();
        };
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] utf8 = in.readNBytes(length);
        if (utf8.length < length) {
            throw new EOFException();
        }
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
