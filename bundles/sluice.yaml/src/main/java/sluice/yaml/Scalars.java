package sluice.yaml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an unquoted word means: the core schema of YAML 1.2, where {@code no} is a word and not a boolean. */
final class Scalars {
    private static final Set<String> NULLS = Set.of("~", "null", "Null", "NULL");
    private static final Set<String> TRUTHS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final int LONGEST_TRUTH = 5;
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final String FIRST_OF_NUMBERS = "0123456789.+-";
    private static final int LONGEST_NUMBER = 64;

    private Scalars() {}

    static boolean isNull(String plain) {
        return plain.isEmpty() || NULLS.contains(plain);
    }

    static boolean isTruth(String plain) {
        return plain.length() <= LONGEST_TRUTH && TRUTHS.contains(plain);
    }

    static boolean isNumber(String plain) {
        return !plain.isEmpty()
                && FIRST_OF_NUMBERS.indexOf(plain.charAt(0)) >= 0 // most words are none, and the pattern takes its time
                && plain.length() <= LONGEST_NUMBER
                && DECIMAL.matcher(plain).matches()
                && Double.isFinite(Double.parseDouble(plain));
    }

    static YamlKind kindOf(Node.Scalar scalar) {
        if (!scalar.plain()) {
            return YamlKind.TEXT;
        }
        if (isNull(scalar.text())) {
            return YamlKind.NOTHING;
        }
        if (isTruth(scalar.text())) {
            return YamlKind.TRUTH;
        }
        return isNumber(scalar.text()) ? YamlKind.NUMBER : YamlKind.TEXT;
    }

    /** A date is its beginning in a zone. */
    static Optional<Instant> instant(String text, ZoneId zone) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay(zone).toInstant());
        } catch (DateTimeException noInstant) {
            return Optional.empty();
        }
    }

    /** A boolean, a whole number, a number, or the text itself. */
    static Object valueOf(String plain) {
        if (isTruth(plain)) {
            return Boolean.valueOf(plain);
        }
        if (INTEGER.matcher(plain).matches()) {
            return Long.valueOf(plain);
        }
        return isNumber(plain) ? (Object) Double.valueOf(plain) : plain;
    }
}
