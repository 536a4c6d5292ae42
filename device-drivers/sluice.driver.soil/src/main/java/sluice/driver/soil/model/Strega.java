package sluice.driver.soil.model;

import sluice.driver.kit.Fact;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/**
 * Strega's smart emitter on a valve (source: the maker's codec).
 *
 * <pre>
 * 0-3   battery in mV as four digits; bit 6 of the first: on external power, bit 7: class C
 * 4     0x30 plus flags: 1 open, 2 tampered, 4 cable, 8 and 16 inputs, 32 leak, 64 fraud
 * then  '#', 2 bytes temperature, 2 bytes humidity
 *       'C' and six hexadecimal digits: pulses
 *       'V' and four: analogue input in mV
 *       '@': answers to settings, of which nothing is read
 * </pre>
 */
final class Strega {
    private static final Fact INPUT = Fact.untold("digital-input");
    private static final Fact POWER = Fact.untold("external-power");
    private static final Fact CLASS_C = Fact.untold("class-c");
    private static final Fact ANALOGUE = Fact.untold("analogue-volts");
    private static final int HEAD = 5;
    private static final double EMPTY_MILLIVOLTS = 2_000;
    private static final double SPAN_MILLIVOLTS = 1_600;

    private Strega() {}

    static Facts read(Frame frame) {
        if (frame.length() < HEAD) {
            return Facts.refused(Refusal.TRUNCATED);
        }
        int millivolts = millivolts(frame);
        int flags = frame.unsigned(4) - '0';
        if (millivolts < 0) {
            return Facts.refused(frame.unsigned(0) == '@' ? Refusal.UNKNOWN_MESSAGE : Refusal.MALFORMED);
        }
        if (flags < 0 || flags > 0x7f) {
            return Facts.refused(Refusal.MALFORMED);
        }
        Facts facts = Facts.none();
        power(frame.unsigned(0) >> 6, millivolts, facts);
        state(flags, facts);
        return tail(frame, facts);
    }

    /** Negative if these are no four digits. */
    private static int millivolts(Frame frame) {
        int sum = 0;
        for (int at = 0; at < 4; at++) {
            int digit = (at == 0 ? frame.unsigned(at) & 0x3f : frame.unsigned(at)) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            sum = sum * 10 + digit;
        }
        return sum;
    }

    private static void power(int bits, int millivolts, Facts facts) {
        facts.say(POWER, bits & 1).say(CLASS_C, bits >> 1);
        if ((bits & 1) == 0) {
            double level = (millivolts - EMPTY_MILLIVOLTS) / SPAN_MILLIVOLTS;
            facts.say(Known.BATTERY_VOLTS, millivolts / 1_000.0)
                    .say(Known.BATTERY_LEVEL, Math.max(0, Math.min(1, level)));
        }
    }

    private static void state(int flags, Facts facts) {
        facts.say(SoilFacts.VALVE_OPEN, flags & 1)
                .say(Known.TAMPERED, flags >> 1 & 1)
                .say(SoilFacts.CABLE, flags >> 2 & 1)
                .say(INPUT, flags >> 3 & 1)
                .say(INPUT, flags >> 4 & 1)
                .say(SoilFacts.LEAK, flags >> 5 & 1)
                .say(SoilFacts.FRAUD, flags >> 6 & 1);
    }

    private static Facts tail(Frame frame, Facts facts) {
        int at = HEAD;
        while (at < frame.length()) {
            int kind = frame.unsigned(at);
            if (kind == '@') {
                return facts;
            }
            int length = kind == '#' || kind == 'V' ? 4 : kind == 'C' ? 6 : -1;
            if (length < 0) {
                return Facts.refused(Refusal.UNKNOWN_MESSAGE);
            }
            if (at + 1 + length > frame.length()) {
                return Facts.refused(Refusal.TRUNCATED);
            }
            if (!item(frame, kind, at + 1, length, facts)) {
                return Facts.refused(Refusal.MALFORMED);
            }
            at += 1 + length;
        }
        return facts;
    }

    private static boolean item(Frame frame, int kind, int at, int length, Facts facts) {
        if (kind == '#') {
            facts.say(Known.TEMPERATURE, word(frame, at) / 65_536.0 * 165 - 40)
                    .say(Known.HUMIDITY, word(frame, at + 2) / 65_536.0 * 100);
            return true;
        }
        int value = 0;
        for (int i = at; i < at + length; i++) {
            int digit = Character.digit(frame.unsigned(i), 16);
            if (digit < 0) {
                return false;
            }
            value = value << 4 | digit;
        }
        facts.say(kind == 'C' ? SoilFacts.PULSES : ANALOGUE, kind == 'C' ? value : value / 1_000.0);
        return true;
    }

    private static int word(Frame frame, int at) {
        return frame.unsigned(at) << 8 | frame.unsigned(at + 1);
    }
}
