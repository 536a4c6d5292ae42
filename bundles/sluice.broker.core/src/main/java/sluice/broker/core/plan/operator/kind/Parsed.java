package sluice.broker.core.plan.operator.kind;

import java.util.Optional;
import sluice.broker.core.model.Argument;

/**
 * What became of an operator's argument.
 *
 * @param <T> the operator with its argument
 */
public sealed interface Parsed<T> {
    /**
     * It makes sense.
     *
     * @param value the operator with its argument
     * @param <T> what it is
     */
    record Sound<T>(T value) implements Parsed<T> {}

    /**
     * It makes none.
     *
     * @param why for the policy's author; lower case, one line
     * @param <T> what it would have been
     */
    record Faulty<T>(String why) implements Parsed<T> {}

    /**
     * What makes sense, or a fault that says what would.
     *
     * @param value empty if it makes no sense
     * @param wanted what the operator takes, for the policy's author
     * @param argument what it got
     * @param <T> what it is
     * @return sound, or faulty
     */
    static <T> Parsed<T> of(Optional<T> value, String wanted, Argument argument) {
        return value.<Parsed<T>>map(Sound::new).orElseGet(() -> new Faulty<>(wanted + ", got " + argument.shown()));
    }

    /**
     * The operator with its argument.
     *
     * @return empty if the argument makes no sense
     */
    default Optional<T> sound() {
        return this instanceof Sound<T> sound ? Optional.of(sound.value) : Optional.empty();
    }

    /**
     * What is wrong with the argument.
     *
     * @return empty if it makes sense
     */
    default Optional<String> fault() {
        return this instanceof Faulty<T> faulty ? Optional.of(faulty.why) : Optional.empty();
    }
}
