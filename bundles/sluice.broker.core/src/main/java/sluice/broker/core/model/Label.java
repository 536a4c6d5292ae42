package sluice.broker.core.model;

import java.util.Locale;
import java.util.Optional;

/**
 * How identifiable a value is, least first. Labels are ordered: an output may never carry a label above its purpose's ceiling.
 *
 * <p>The words follow ISO/IEC 20889 (direct identifier, indirect identifier, pseudonymised, de-identified, aggregated).
 */
public enum Label {
    /** Says nothing about any person: a bin's fill level. */
    NONPERSONAL,
    /** Says something about a group only. */
    AGGREGATE,
    /** Was about a person, and can no longer reasonably be tied to one. */
    DEIDENTIFIED,
    /** About a person under a name that only this recipient knows, for a time. */
    PSEUDONYMOUS,
    /** Can identify a person together with something else: an exact time at an exact place. */
    INDIRECT,
    /** Identifies a person alone: a licence plate. */
    DIRECT;

    /**
     * Whether this label is more identifying than another.
     *
     * @param other the other
     * @return true if strictly above
     */
    public boolean isAbove(Label other) {
        return compareTo(other) > 0;
    }

    /**
     * The more identifying of two labels.
     *
     * @param other the other
     * @return the upper one
     */
    public Label max(Label other) {
        return isAbove(other) ? this : other;
    }

    /**
     * Whether a stream with such a field must leave no raw trace at rest.
     *
     * @return true for {@link #INDIRECT} and {@link #DIRECT}
     */
    public boolean forbidsRest() {
        return isAbove(PSEUDONYMOUS);
    }

    /**
     * Whether an output with this label is a disclosure about one person, recorded leaf by leaf.
     *
     * @return true from {@link #PSEUDONYMOUS} upwards
     */
    public boolean isPersonLevel() {
        return isAbove(DEIDENTIFIED);
    }

    /**
     * Reads a label as the city writes it.
     *
     * @param text for example {@code INDIRECT}; case does not matter
     * @return the label, or empty if there is none of that name
     */
    public static Optional<Label> parse(String text) {
        for (Label label : values()) {
            if (label.name().equals(text.toUpperCase(Locale.ROOT))) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }
}
