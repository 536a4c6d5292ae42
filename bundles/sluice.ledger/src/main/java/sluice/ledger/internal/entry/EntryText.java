package sluice.ledger.internal.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the text of an entry: one line of JSON without white space, members in a fixed order. Quotation mark, backslash and control
 * characters are escaped, everything else stands as it is; so one content has one text.
 */
public final class EntryText {
    /** Before anything of a second is delivered. */
    public static final String OPENED = "opened";

    /** When a second has ended. */
    public static final String SEALED = "sealed";

    /** A second was open in a crash. */
    public static final String GAP = "gap";

    private final StringBuilder text = new StringBuilder(160);

    private EntryText(String kind) {
        text.append("{\"kind\":\"").append(kind).append('"');
    }

    /** Starts an entry of a kind. */
    public static EntryText of(String kind) {
        return new EntryText(kind);
    }

    /** Adds a text. */
    public EntryText with(String name, String value) {
        return name(name).raw(quoted(value));
    }

    /** Adds a whole number. */
    public EntryText with(String name, long value) {
        return name(name).raw(Long.toString(value));
    }

    /** Adds true or false. */
    public EntryText with(String name, boolean value) {
        return name(name).raw(Boolean.toString(value));
    }

    /** Adds an array of arrays. */
    public EntryText with(String name, Iterable<String> arrays) {
        return name(name).raw("[" + String.join(",", arrays) + "]");
    }

    /** Adds an object, sorted by name. */
    public EntryText with(String name, Map<String, String> members) {
        StringBuilder object = new StringBuilder();
        new TreeMap<>(members)
                .forEach((key, value) -> object.append(object.isEmpty() ? "" : ",")
                        .append(quoted(key))
                        .append(':')
                        .append(quoted(value)));
        return name(name).raw("{" + object + "}");
    }

    /** An array of texts and, last, a number. */
    public static String array(long number, String... texts) {
        StringBuilder array = new StringBuilder("[");
        for (String each : texts) {
            array.append(quoted(each)).append(',');
        }
        return array.append(number).append(']').toString();
    }

    private EntryText name(String name) {
        return raw(",\"").raw(name).raw("\":");
    }

    private EntryText raw(String more) {
        text.append(more);
        return this;
    }

    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The text, in UTF-8. */
    public byte[] toBytes() {
        return toString().getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
