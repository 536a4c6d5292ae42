package sluice.guard.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clauses of an OSGi header: {@code path;path;attribute=value;directive:="value",...}. */
final class Clauses {
    private Clauses() {}

    /** One clause: its paths, and its attributes and directives (with the colon) by name; a type ({@code :List<String>}) stays in the name. */
    record Clause(List<String> paths, Map<String, String> attributes) {}

    static List<Clause> of(String header) throws Malformed {
        List<Clause> clauses = new ArrayList<>();
        for (String clause : split(header, ',')) {
            List<String> paths = new ArrayList<>();
            Map<String, String> attributes = new LinkedHashMap<>();
            for (String part : split(clause, ';')) {
                int equal = part.indexOf('=');
                if (equal < 0) {
                    paths.add(part.strip());
                } else if (attributes.put(
                                part.substring(0, equal).strip(),
                                unquoted(part.substring(equal + 1).strip()))
                        != null) {
                    throw new Malformed("an attribute twice");
                }
            }
            clauses.add(new Clause(paths, attributes));
        }
        return clauses;
    }

    /** Where a separator stands outside of quotes. */
    static List<String> split(String text, char separator) throws Malformed {
        List<String> parts = new ArrayList<>();
        boolean isQuoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                throw new Malformed("a backslash");
            }
            isQuoted ^= c == '"';
            if (c == separator && !isQuoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (isQuoted) {
            throw new Malformed("a quote without an end");
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String unquoted(String value) throws Malformed {
        boolean isQuoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        String inner = isQuoted ? value.substring(1, value.length() - 1) : value;
        if (inner.indexOf('"') >= 0) {
            throw new Malformed("a stray quote");
        }
        return inner;
    }
}
