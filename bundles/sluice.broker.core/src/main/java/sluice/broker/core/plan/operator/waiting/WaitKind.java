package sluice.broker.core.plan.operator.waiting;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.window.Stage;

/**
 * An operator on whole records that keeps them for a while, as policies name it. What it lets go tells nothing that the record does not.
 *
 * @param name the word in the policy file
 * @param facts its longest delay and its vocabulary
 * @param reason under which a record that it keeps for good is counted
 * @param parser reads the argument
 */
public record WaitKind(String name, Facts facts, Reason reason, Function<Argument, Parsed<Wait>> parser) {
    public WaitKind {
        requireNonNull(name, "name is null");
        requireNonNull(facts, "facts is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(parser, "parser is null");
    }

    /**
     * Reads the argument.
     *
     * @param argument as the policy has it
     * @return the operator with it, or what is wrong
     */
    public Parsed<Wait> parse(Argument argument) {
        return parser.apply(argument);
    }

    /**
     * An operator with its argument.
     *
     * @param subject the field that says whom a record is about, or what; the word for its device, or empty if that does not matter
     * @param place the field that says where it was observed; empty if that does not matter
     * @param maker makes what keeps the records of one flow
     */
    public record Wait(String subject, String place, Function<RandomGenerator, Stage> maker) {
        public Wait {
            requireNonNull(subject, "subject is null");
            requireNonNull(place, "place is null");
            requireNonNull(maker, "maker is null");
        }
    }
}
