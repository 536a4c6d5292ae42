package sluice.driver.kit.maker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;
import sluice.driver.kit.Model;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Raw;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/**
 * Netvox' messages of eleven bytes: on port 6 version 1, device type, report type, and the report; on port 7 a command, the device type, and the
 * answer (source: the maker's application command and its codecs in The Things Network's device repository). Immutable.
 */
public final class Netvox {
    private static final int LENGTH = 11;
    private static final int REPORTS = 6;
    private static final int ANSWERS = 7;
    private static final int SETTING_ANSWER = 0x81;

    private static final List<Field> VERSION = List.of(
            Field.of(Known.SOFTWARE, Raw.u8(3)).per(10),
            Field.of(Known.HARDWARE, Raw.u8(4)),
            Field.of(Known.RELEASED, Netvox::digits));

    private final int type;
    private final Map<Integer, List<Field>> reports;
    private final Map<Integer, List<Field>> answers;

    private Netvox(int type, Map<Integer, List<Field>> reports, Map<Integer, List<Field>> answers) {
        this.type = type;
        this.reports = Map.copyOf(reports);
        this.answers = Map.copyOf(answers);
    }

    /**
     * A device type, with what all of them send: versions, and whether a setting was accepted (0 is yes).
     *
     * @param type the maker's number
     * @return messages, to which a model adds its own
     */
    public static Netvox type(int type) {
        return new Netvox(
                type, Map.of(0, VERSION), Map.of(SETTING_ANSWER, List.of(Field.of(Known.ACCEPTED, Raw.u8(2)))));
    }

    /**
     * Adds a report that begins, after the three bytes of its head, with the battery's voltage.
     *
     * @param report its type
     * @param fields what follows, counted from the frame's first byte
     * @return a copy
     */
    public Netvox report(int report, Field... fields) {
        Map<Integer, List<Field>> more = new HashMap<>(reports);
        Raw battery = Raw.u8(3);
        List<Field> all = new ArrayList<>();
        all.add(Field.of(Known.BATTERY_VOLTS, battery.bits(0, 0x7f)).per(10));
        all.add(Field.of(Known.BATTERY_LOW, battery.bits(7, 1)));
        all.addAll(List.of(fields));
        more.put(report, List.copyOf(all));
        return new Netvox(type, more, answers);
    }

    /**
     * Adds an answer to a command.
     *
     * @param command the first byte
     * @param fields counted from the frame's first byte
     * @return a copy
     */
    public Netvox answer(int command, Field... fields) {
        Map<Integer, List<Field>> more = new HashMap<>(answers);
        more.put(command, List.of(fields));
        return new Netvox(type, reports, more);
    }

    /**
     * The model that sends these.
     *
     * @param name what the device file calls it
     * @return the model
     */
    public Model model(String name) {
        return Model.named(name).on(REPORTS, this::report).on(ANSWERS, this::answer);
    }

    private Facts report(Frame frame) {
        if (frame.length() != LENGTH) {
            return wrongLength(frame);
        }
        boolean ours = frame.unsigned(0) == 1 && frame.unsigned(1) == type;
        return read(frame, ours ? reports.get(frame.unsigned(2)) : null);
    }

    private Facts answer(Frame frame) {
        if (frame.length() != LENGTH) {
            return wrongLength(frame);
        }
        return read(frame, frame.unsigned(1) == type ? answers.get(frame.unsigned(0)) : null);
    }

    private static Facts wrongLength(Frame frame) {
        return Facts.refused(frame.length() < LENGTH ? Refusal.TRUNCATED : Refusal.UNKNOWN_MESSAGE);
    }

    private static Facts read(Frame frame, @Nullable List<Field> fields) {
        if (fields == null) {
            return Facts.refused(Refusal.UNKNOWN_MESSAGE);
        }
        Facts facts = Facts.none();
        for (Field field : fields) {
            field.read(frame, 0, facts);
        }
        return facts;
    }

    /** A date whose hexadecimal digits are its decimal ones. */
    private static long digits(Frame frame, int base) {
        long date = 0;
        for (int at = base + 5; at < base + 9; at++) {
            date = date * 100 + (frame.unsigned(at) >> 4) * 10L + (frame.unsigned(at) & 0xf);
        }
        return date;
    }
}
