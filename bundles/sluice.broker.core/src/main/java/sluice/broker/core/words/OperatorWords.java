package sluice.broker.core.words;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Window;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.ScreenKind;
import sluice.broker.core.window.Times;

/**
 * The operators, as whoever reads policies sees them: their words, and whether an argument makes sense. Whether an operator fits the type of
 * its field is the compiler's to say. Safe for several threads.
 */
public final class OperatorWords {
    private final Operators operators = new Operators();

    /**
     * The words for fields.
     *
     * @return sorted; without {@code drop}, which is no operator
     */
    public List<String> ofFields() {
        return operators.names();
    }

    /**
     * The words for whole records.
     *
     * @return sorted
     */
    public List<String> ofRecords() {
        return Stream.concat(operators.screenNames().stream(), operators.waitNames().stream())
                .sorted()
                .toList();
    }

    /**
     * The words for what is computed of a window's groups.
     *
     * @return sorted
     */
    public List<String> ofGroups() {
        return operators.aggregateNames();
    }

    /**
     * What is wrong with the times of a window.
     *
     * @param window as the policy has it
     * @return for the policy's author; empty if nothing is wrong
     */
    public Optional<String> fault(Window window) {
        return Times.fault(window.length(), window.lateness(), window.idle());
    }

    /**
     * What is wrong with an operator on a field or on whole records.
     *
     * @param step an operator that exists, with its argument
     * @return for the policy's author; empty if nothing is wrong
     */
    public Optional<String> fault(Policy.Step step) {
        return onField(step)
                .flatMap(Parsed::fault)
                .or(() -> onRecord(step).flatMap(Parsed::fault))
                .or(() -> operators
                        .waiting(step.operator())
                        .flatMap(kind -> kind.parse(step.argument()).fault()))
                .or(() -> operators
                        .aggregate(step.operator())
                        .flatMap(kind -> kind.parse(step.argument()).fault()));
    }

    /**
     * The zones that an operator's argument names.
     *
     * @param step an operator with its argument
     * @return names; none if the argument makes no sense
     */
    public Set<String> zones(Policy.Step step) {
        return onField(step)
                .flatMap(Parsed::sound)
                .map(OperatorKind.Fitting::zones)
                .or(() -> onRecord(step).flatMap(Parsed::sound).map(ScreenKind.Fitting::zones))
                .orElse(Set.of());
    }

    /**
     * The term of the W3C Data Privacy Vocabulary that is nearest to an operator.
     *
     * @param step an operator
     * @return with its prefix, for example {@code dpv:Deidentification}; empty if there is no such operator
     */
    public Optional<String> dpv(Policy.Step step) {
        return operators
                .named(step.operator())
                .map(kind -> kind.facts().dpv())
                .or(() -> operators
                        .screen(step.operator())
                        .map(kind -> kind.facts().dpv()));
    }

    private Optional<Parsed<OperatorKind.Fitting>> onField(Policy.Step step) {
        return operators.named(step.operator()).map(kind -> kind.parse(step.argument()));
    }

    private Optional<Parsed<ScreenKind.Fitting>> onRecord(Policy.Step step) {
        return operators.screen(step.operator()).map(kind -> kind.parse(step.argument()));
    }
}
