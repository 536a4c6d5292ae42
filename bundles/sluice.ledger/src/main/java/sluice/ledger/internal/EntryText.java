package sluice.ledger.internal;

import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the text of an entry: one line of JSON without white space, members in a fixed order. Quotation mark, backslash and control
 * characters are escaped, everything else stands as it is; so one content has one text.
 */
final class EntryText {
    static final String OPENED = "opened";
    static final String SEALED = "sealed";
    static final String GAP = "gap";

    private final StringBuilder text = new StringBuilder(160);

    private EntryText(String kind) {
        text.append("{\"kind\":\"").append(kind).append('"');
    }

    static EntryText of(String kind) {
        return new EntryText(kind);
    }

    EntryText with(String name, String value) {
        return name(name).raw(quoted(value));
    }

    EntryText with(String name, long value) {
        return name(name).raw(Long.toString(value));
    }

    EntryText with(String name, boolean value) {
        return name(name).raw(Boolean.toString(value));
    }

    EntryText with(String name, Iterable<String> arrays) {
        return name(name).raw("[" + String.join(",", arrays) + "]");
    }

    EntryText with(String name, Map<String, String> members) {
        StringBuilder object = new StringBuilder();
        new TreeMap<>(members)
                .forEach((key, value) -> object.append(object.isEmpty() ? "" : ",")
                        .append(quoted(key))
                        .append(':')
                        .append(quoted(value)));
        return name(name).raw("{" + object + "}");
    }

    /** An array of texts and, last, a number. */
    static String array(long number, String... texts) {
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

    private static String quoted(String value) {
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

    @Override
    public String toString() {
        return text + "}";
    }
}
