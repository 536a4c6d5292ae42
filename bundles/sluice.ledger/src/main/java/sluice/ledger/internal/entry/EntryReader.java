package sluice.ledger.internal.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link EntryText} writes, and nothing else: objects, arrays, texts, whole numbers, true and false. */
public final class EntryReader {
    private final String text;
    private int at;

    private EntryReader(String text) {
        this.text = text;
    }

    /**
     * The members of an entry: texts, {@code Long}s, {@code Boolean}s, lists and maps of these.
     *
     * @throws IllegalArgumentException if it is not as we write it
     */
    public static Map<String, Object> read(String text) {
        EntryReader reader = new EntryReader(text);
        Map<String, Object> members = reader.object();
        reader.require(reader.at == text.length());
        return members;
    }

    private Object value() {
        return switch (peek()) {
            case '"' -> string();
            case '[' -> array();
            case '{' -> object();
            case 't' -> word("true");
            case 'f' -> word("false");
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        for (boolean first = true; peek() != '}'; first = false) {
            expectComma(first);
            String name = string();
            expect(':');
            members.put(name, value());
        }
        expect('}');
        return members;
    }

    private List<Object> array() {
        List<Object> elements = new ArrayList<>();
        expect('[');
        for (boolean first = true; peek() != ']'; first = false) {
            expectComma(first);
            elements.add(value());
        }
        expect(']');
        return elements;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        expect('"');
        while (peek() != '"') {
            char c = next();
            string.append(c == '\\' ? escaped() : c);
        }
        expect('"');
        return string.toString();
    }

    private char escaped() {
        char c = next();
        if (c != 'u') {
            return c;
        }
        require(at + 4 <= text.length());
        at += 4;
        return (char) Integer.parseInt(text, at - 4, at, 16);
    }

    private Boolean word(String word) {
        require(text.startsWith(word, at));
        at += word.length();
        return Boolean.valueOf(word);
    }

    private Long number() {
        int start = at;
        while ("-0123456789".indexOf(peek()) >= 0) {
            at++;
        }
        return Long.parseLong(text, start, at, 10);
    }

    private void expectComma(boolean first) {
        if (!first) {
            expect(',');
        }
    }

    private void expect(char expected) {
        require(next() == expected);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private char peek() {
        require(at < text.length());
        return text.charAt(at);
    }

    private void require(boolean met) {
        if (!met) {
            throw new IllegalArgumentException("the entry's text is broken at character " + at);
        }
    }
}
