package sluice.broker.core.plan.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.broker.core.model.Argument;

/** An argument as a policy file would have it, in flow style: {@code {first: 1, last: [a, "b c"]}}. */
public final class Written {
    private final String text;
    private int at;

    private Written(String text) {
        this.text = text;
    }

    public static Argument argument(String text) {
        return text.isEmpty() ? Argument.NONE : new Written(text).value();
    }

    private Argument value() {
        skip();
        return switch (text.charAt(at)) {
            case '{' -> map();
            case '[' -> list();
            default -> Argument.of(word());
        };
    }

    private Argument map() {
        Map<String, Argument> entries = new LinkedHashMap<>();
        for (at++, skip(); text.charAt(at) != '}'; skip()) {
            String key = word();
            skip();
            at++; // the colon
            entries.put(key, value());
            comma();
        }
        at++;
        return new Argument.Entries(entries);
    }

    private Argument list() {
        List<Argument> items = new ArrayList<>();
        for (at++, skip(); text.charAt(at) != ']'; skip()) {
            items.add(value());
            comma();
        }
        at++;
        return new Argument.Items(items);
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        if (text.charAt(at) == '"') {
            for (at++; text.charAt(at) != '"'; at++) {
                at += text.charAt(at) == '\\' ? 1 : 0;
                word.append(text.charAt(at));
            }
            at++;
            return word.toString();
        }
        while (at < text.length() && !ends()) {
            word.append(text.charAt(at++));
        }
        return word.toString().strip();
    }

    private boolean ends() {
        char next = text.charAt(at);
        return ",]}".indexOf(next) >= 0 || next == ':' && (at + 1 == text.length() || text.charAt(at + 1) == ' ');
    }

    private void comma() {
        skip();
        at += text.charAt(at) == ',' ? 1 : 0;
    }

    private void skip() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
