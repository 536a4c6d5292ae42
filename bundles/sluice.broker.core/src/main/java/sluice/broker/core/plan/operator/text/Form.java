package sluice.broker.core.plan.operator.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of an identifier: {@code A} stands for a letter A to Z, {@code 9} for a digit, {@code X} for either; space, hyphen and dot stand
 * for themselves. It names no letter and no digit, so a form never tells a part of an identifier.
 *
 * @param text for example {@code AAAA 999}
 */
record Form(String text) {
    private static final Pattern FORM = Pattern.compile("[A9X .-]{1,64}");
    private static final int LETTERS = 26;
    private static final int DIGITS = 10;

    static Optional<Form> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Form(text)) : Optional.empty();
    }

    boolean fits(String value) {
        if (value.length() != text.length()) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (!fits(text.charAt(i), value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether some text has both forms. */
    boolean overlaps(Form other) {
        if (other.text.length() != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char own = text.charAt(i);
            char others = other.text.charAt(i);
            boolean isEither = own == 'X' && isLetterOrDigit(others) || others == 'X' && isLetterOrDigit(own);
            if (own != others && !isEither) {
                return false;
            }
        }
        return true;
    }

    /** How many texts have this form. */
    double values() {
        double values = 1;
        for (int i = 0; i < text.length(); i++) {
            values *= switch (text.charAt(i)) {
                case 'A' -> LETTERS;
                case '9' -> DIGITS;
                case 'X' -> LETTERS + DIGITS;
                default -> 1;
            };
        }
        return values;
    }

    private static boolean isLetterOrDigit(char place) {
        return place == 'A' || place == '9' || place == 'X';
    }

    private static boolean fits(char place, char character) {
        boolean isLetter = character >= 'A' && character <= 'Z';
        boolean isDigit = character >= '0' && character <= '9';
        return switch (place) {
            case 'A' -> isLetter;
            case '9' -> isDigit;
            case 'X' -> isLetter || isDigit;
            default -> character == place;
        };
    }
}
