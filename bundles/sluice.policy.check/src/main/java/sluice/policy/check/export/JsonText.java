package sluice.policy.check.export;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes maps, lists, texts, numbers and truth values as JSON (RFC 8259), two spaces a level, in ASCII. */
public final class JsonText {
    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    /**
     * Writes a value.
     *
     * @param value a map, a list, a text, a number or a truth value
     * @return JSON that ends in a line feed
     */
    public static String of(Object value) {
        JsonText json = new JsonText();
        json.value(value, 0);
        return json.text.append('\n').toString();
    }

    private void value(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            open('{', '}', map.entrySet().iterator(), depth);
        } else if (value instanceof List<?> list) {
            open('[', ']', list.iterator(), depth);
        } else if (value instanceof String string) {
            quote(string);
        } else {
            text.append(value);
        }
    }

    private void open(char first, char last, Iterator<?> items, int depth) {
        text.append(first);
        while (items.hasNext()) {
            Object item = items.next();
            line(depth + 1);
            if (item instanceof Map.Entry<?, ?> entry) {
                quote(String.valueOf(entry.getKey()));
                text.append(": ");
                value(entry.getValue(), depth + 1);
            } else {
                value(item, depth + 1);
            }
            text.append(items.hasNext() ? "," : "");
        }
        line(depth);
        text.append(last);
    }

    private void line(int depth) {
        text.append('\n').append("  ".repeat(depth));
    }

    private void quote(String string) {
        text.append('"');
        for (char c : string.toCharArray()) {
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
