package sluice.devices.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of comma-separated values (RFC 4180), where a value never spans lines. */
final class Csv {
    private final String line;
    private int at;

    private Csv(String line) {
        this.line = line;
    }

    /** The values of a line, or empty if its quotes do not match. */
    static Optional<List<String>> values(String line) {
        return new Csv(line).split();
    }

    private Optional<List<String>> split() {
        List<String> values = new ArrayList<>();
        while (true) {
            Optional<String> value = at < line.length() && line.charAt(at) == '"' ? quoted() : Optional.of(plain());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get().strip());
            if (at == line.length()) {
                return Optional.of(values);
            }
            at++; // the comma
        }
    }

    private String plain() {
        int comma = line.indexOf(',', at);
        int end = comma < 0 ? line.length() : comma;
        String value = line.substring(at, end);
        at = end;
        return value;
    }

    private Optional<String> quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < line.length()) {
            char letter = line.charAt(at++);
            if (letter != '"') {
                value.append(letter);
            } else if (at < line.length() && line.charAt(at) == '"') {
                value.append('"');
                at++;
            } else {
                return at == line.length() || line.charAt(at) == ',' ? Optional.of(value.toString()) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
