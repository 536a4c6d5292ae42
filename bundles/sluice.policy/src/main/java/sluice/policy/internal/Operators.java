package sluice.policy.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Policy.Step;
import sluice.broker.core.words.OperatorWords;
import sluice.policy.internal.words.PolicyCode;
import sluice.yaml.Say;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/**
 * Reads operators with their arguments. Which there are and what they take the core says; whether an operator fits the type of its field is
 * the compiler's to say.
 */
final class Operators {
    static final String KEEP = "keep";
    static final String DROP = "drop";

    private final OperatorWords words;
    private final List<String> known;
    private final Collection<String> others;

    private Operators(OperatorWords words, List<String> known, Collection<String> others) {
        this.words = words;
        this.known = known;
        this.others = others;
    }

    static Operators onFields(OperatorWords words) {
        List<String> known = new ArrayList<>(words.ofFields());
        known.add(DROP);
        return new Operators(words, known, Set.copyOf(words.ofRecords()));
    }

    /** What stands behind a field where windows are released. */
    static Operators onGroups(OperatorWords words) {
        List<String> known = new ArrayList<>(words.ofFields());
        known.add(DROP);
        known.addAll(words.ofGroups());
        return new Operators(words, known, Set.copyOf(words.ofRecords()));
    }

    static Operators onRecords(OperatorWords words) {
        return new Operators(words, words.ofRecords(), Set.copyOf(words.ofFields()));
    }

    /** An operator that stands alone, for example {@code keep}. */
    Step alone(YamlValue word) {
        Step step = new Step(word.text(), Argument.NONE);
        fault(step).ifPresent(fault -> word.problem(code(step), fault));
        return step;
    }

    /** An operator with its argument, for example {@code round: 10}. */
    Step with(YamlMap map, String name, YamlValue value) {
        boolean isBare = (name.equals(KEEP) || name.equals(DROP)) && (value.isAbsent() || value.truth());
        Step step = new Step(name, isBare ? Argument.NONE : Arguments.of(value));
        fault(step).ifPresent(fault -> {
            if (code(step).equals(PolicyCode.UNKNOWN_OPERATOR)) {
                map.problem(PolicyCode.UNKNOWN_OPERATOR, name, fault);
            } else {
                value.problem(PolicyCode.BAD_ARGUMENT, fault + hint(step));
            }
        });
        return step;
    }

    /** What is computed of a group, without the field that stands behind its name. */
    Step ofGroup(YamlMap map, String name, YamlValue value) {
        Map<String, Argument> rest = new LinkedHashMap<>(Arguments.of(value).entries());
        rest.remove("of");
        Step step = new Step(name, rest.isEmpty() ? Argument.NONE : new Argument.Entries(rest));
        fault(step).ifPresent(fault -> map.problem(code(step), name, fault));
        return step;
    }

    private String code(Step step) {
        return known.contains(step.operator()) ? PolicyCode.BAD_ARGUMENT : PolicyCode.UNKNOWN_OPERATOR;
    }

    private Optional<String> fault(Step step) {
        String name = step.operator();
        if (!known.contains(name)) {
            return Optional.of(unknown(name));
        }
        return name.equals(DROP) && !step.argument().equals(Argument.NONE)
                ? Optional.of("`drop` takes no argument")
                : words.fault(step);
    }

    private String unknown(String name) {
        if (words.ofGroups().contains(name)) {
            return Say.quote(name) + " is computed of a group; say with `release: {window: PT15M, …}` of which";
        }
        if (others.contains(name)) {
            return Say.quote(name) + " is no operator for this place; "
                    + (known.contains(KEEP) ? "write it under `records`" : "write it under `fields`");
        }
        return "unknown operator " + Say.quote(name) + Say.didYouMean(name, known);
    }

    private static String hint(Step step) {
        boolean isTime = step.argument().duration().isPresent();
        return step.operator().equals("round") && isTime ? "; did you mean `round-time`?" : "";
    }
}
