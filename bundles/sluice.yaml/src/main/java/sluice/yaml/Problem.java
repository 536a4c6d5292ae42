package sluice.yaml;

import static java.util.Objects.requireNonNull;

/**
 * Something that a person has to mend in a file.
 *
 * @param code lower case with hyphens, one of {@link YamlCode} or the caller's own
 * @param at where
 * @param text one line: lower case, the user's own words in backticks, then help
 */
public record Problem(String code, Mark at, String text) {
    public Problem {
        requireNonNull(code, "code is null");
        requireNonNull(at, "at is null");
        requireNonNull(text, "text is null");
    }

    @Override
    public String toString() {
        return at + ": " + text;
    }
}
