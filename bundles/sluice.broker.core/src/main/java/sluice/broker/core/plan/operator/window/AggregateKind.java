package sluice.broker.core.plan.operator.window;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.window.Grouping.Role;
import sluice.broker.core.window.Recipe;

/**
 * An aggregate, as policies name it: the last word of an output where a policy releases windows.
 *
 * @param name the word in the policy file
 * @param facts what is the same for every argument
 * @param parser reads the argument
 */
public record AggregateKind(String name, Facts facts, Parser parser) {
    public AggregateKind {
        requireNonNull(name, "name is null");
        requireNonNull(facts, "facts is null");
        requireNonNull(parser, "parser is null");
    }

    /**
     * Reads the argument.
     *
     * @param argument as the policy has it, without the field
     * @return the aggregate with it, or what is wrong
     */
    public Parsed<Fitting> parse(Argument argument) {
        return parser.parse(argument);
    }

    /** Reads an argument. */
    @FunctionalInterface
    interface Parser {
        /** The aggregate with its argument, or what is wrong. */
        Parsed<Fitting> parse(Argument argument);
    }

    /** An aggregate with its argument. */
    @FunctionalInterface
    public interface Fitting {
        /**
         * Fits it to a value.
         *
         * @param value what it would be computed of
         * @param crowd what the window does to labels
         * @return the aggregate and its result, or why it does not fit
         */
        Fit fit(Value value, Crowd crowd);
    }

    /** Whether an aggregate fits a value. */
    public sealed interface Fit {
        /**
         * It fits.
         *
         * @param type type of the result
         * @param label label of the result
         * @param part what it is in a group
         */
        record Fits(ValueType type, Label label, Recipe.Part part) implements Fit {
            static Fits computed(ValueType type, Label label, Recipe.Maker maker) {
                return new Fits(type, label, new Recipe.Part(Role.AGGREGATE, maker));
            }
        }

        /**
         * It does not.
         *
         * @param why for the policy's author; lower case, one line
         */
        record Unfit(String why) implements Fit {}
    }
}
