package sluice.mqtt.server.internal;

/** Which texts may be names: of topics, clients and content types. */
final class Names {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int FIRST_NONCHARACTER = 0xFDD0;
    private static final int LAST_NONCHARACTER = 0xFDEF;

    private Names() {}

    /**
     * Whether a text has nothing in it that one part of the platform reads otherwise than another. {@code ::} would name a queue of
     * Artemis' rather than a topic. Bytes that are no UTF-8 come as the replacement character. Controls and noncharacters are not to be in
     * a name (MQTT 5, 1.5.4), and a client that checks for them, as the platform's own does, ends on receiving one.
     */
    static boolean isPlain(String name) {
        return !name.contains("::") && name.codePoints().allMatch(Names::isCharacter);
    }

    /** Whether it is a topic rather than a filter. */
    static boolean isTopic(String name) {
        return !name.isEmpty() && name.indexOf('+') < 0 && name.indexOf('#') < 0 && isPlain(name);
    }

    private static boolean isCharacter(int point) {
        return !Character.isISOControl(point)
                && point != REPLACEMENT
                && (point & 0xFFFE) != 0xFFFE
                && (point < FIRST_NONCHARACTER || point > LAST_NONCHARACTER)
                && Character.getType(point) != Character.SURROGATE;
    }
}
