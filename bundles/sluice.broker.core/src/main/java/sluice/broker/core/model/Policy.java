package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * A permission to release some fields of a stream to one recipient for one purpose, each minimised.
 *
 * @param name the policy's name, unique
 * @param stream the catalogue stream
 * @param purpose the purpose
 * @param recipient symbolic name of the application's bundle
 * @param conditions what must hold for each record, all of them
 * @param records operators that hold back whole records, in order; none lets every record pass
 * @param window what is released instead of single records
 * @param releases the output fields; a field that is not named is not released
 * @param retention longest time the recipient may keep what it is told; positive
 * @param where the policy's first line
 */
public record Policy(
        String name,
        String stream,
        String purpose,
        String recipient,
        List<PolicyCondition> conditions,
        List<Step> records,
        Window window,
        List<Release> releases,
        Duration retention,
        Where where) {
    public Policy {
        requireNonNull(name, "name is null");
        requireNonNull(stream, "stream is null");
        requireNonNull(purpose, "purpose is null");
        requireNonNull(recipient, "recipient is null");
        conditions = List.copyOf(conditions);
        records = List.copyOf(records);
        requireNonNull(window, "window is null");
        releases = List.copyOf(releases);
        requireNonNull(where, "where is null");
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("retention must be positive, got " + retention);
        }
    }

    /**
     * A permission that lets every record pass.
     *
     * @param name the policy's name, unique
     * @param stream the catalogue stream
     * @param purpose the purpose
     * @param recipient symbolic name of the application's bundle
     * @param releases the output fields
     * @param retention longest time the recipient may keep what it is told; positive
     * @param where the policy's first line
     */
    public Policy(
            String name,
            String stream,
            String purpose,
            String recipient,
            List<Release> releases,
            Duration retention,
            Where where) {
        this(name, stream, purpose, recipient, List.of(), releases, retention, where);
    }

    /**
     * A permission to release single records.
     *
     * @param name the policy's name, unique
     * @param stream the catalogue stream
     * @param purpose the purpose
     * @param recipient symbolic name of the application's bundle
     * @param conditions what must hold for each record, all of them
     * @param records operators that hold back whole records
     * @param releases the output fields
     * @param retention longest time the recipient may keep what it is told; positive
     * @param where the policy's first line
     */
    public Policy(
            String name,
            String stream,
            String purpose,
            String recipient,
            List<PolicyCondition> conditions,
            List<Step> records,
            List<Release> releases,
            Duration retention,
            Where where) {
        this(name, stream, purpose, recipient, conditions, records, Window.NONE, releases, retention, where);
    }

    /**
     * A permission without conditions.
     *
     * @param name the policy's name, unique
     * @param stream the catalogue stream
     * @param purpose the purpose
     * @param recipient symbolic name of the application's bundle
     * @param records operators that hold back whole records
     * @param releases the output fields
     * @param retention longest time the recipient may keep what it is told; positive
     * @param where the policy's first line
     */
    public Policy(
            String name,
            String stream,
            String purpose,
            String recipient,
            List<Step> records,
            List<Release> releases,
            Duration retention,
            Where where) {
        this(name, stream, purpose, recipient, List.of(), records, releases, retention, where);
    }

    /**
     * One output field.
     *
     * @param output its name in the observation
     * @param field the catalogue field it is made from
     * @param steps operators, in order; empty never: to release a value as it is takes an explicit {@code keep}
     * @param where file and line
     */
    public record Release(String output, String field, List<Step> steps, Where where) {
        public Release {
            requireNonNull(output, "output is null");
            requireNonNull(field, "field is null");
            steps = List.copyOf(steps);
            requireNonNull(where, "where is null");
        }
    }

    /**
     * One operator with its argument, as written.
     *
     * @param operator for example {@code round}
     * @param argument for example {@code 10}
     */
    public record Step(String operator, Argument argument) {
        public Step {
            requireNonNull(operator, "operator is null");
            requireNonNull(argument, "argument is null");
        }

        /**
         * An operator whose argument is one word.
         *
         * @param operator for example {@code round}
         * @param word for example {@code 10}; empty if it takes none
         */
        public Step(String operator, String word) {
            this(operator, Argument.of(word));
        }

        @Override
        public String toString() {
            return argument.equals(Argument.NONE) ? operator : operator + " " + argument;
        }
    }
}
