package sluice.broker.core.plan;

import java.util.ArrayList;
import java.util.List;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Value;

/** Looks for single operators that would bring a field below a ceiling. What it names was fitted, so it is true. */
final class Remedy {
    private static final int MOST = 3;

    private final Operators operators;

    Remedy(Operators operators) {
        this.operators = operators;
    }

    /**
     * Help for a field above the ceiling.
     *
     * @param value the field, as it comes
     * @param ceiling what its label may be
     * @param wanted the type that the output has now; operators that give it come first
     * @return begins with a semicolon
     */
    String help(Value value, Label ceiling, ValueType wanted) {
        List<String> same = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (String name : operators.names()) {
            OperatorKind kind = operators.named(name).orElseThrow();
            for (Argument argument : kind.remedies(value)) {
                if (fit(kind, argument, value) instanceof OperatorKind.Fit.Fits fits
                        && !fits.label().isAbove(ceiling)) {
                    (fits.type() == wanted ? same : other).add("`" + new Policy.Step(name, argument) + "`");
                }
            }
        }
        same.addAll(other);
        return same.isEmpty()
                ? "; drop it"
                : "; coarser would do: " + either(same.subList(0, Math.min(MOST, same.size())));
    }

    private static String either(List<String> remedies) {
        return String.join(" or ", remedies);
    }

    private static OperatorKind.Fit fit(OperatorKind kind, Argument argument, Value value) {
        return kind.parse(argument)
                .sound()
                .map(fitting -> fitting.fit(value))
                .orElseGet(() -> new OperatorKind.Fit.Unfit(""));
    }
}
