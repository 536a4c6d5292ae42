package sluice.broker.core.plan.operator.text;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;

/**
 * {@code generalise: {group: [value, ...], ..., otherwise: group}}: the group that lists the text, compared exactly; {@code otherwise} for
 * every text that none lists.
 *
 * <p>Label: of a generalisation whose step is how many values the smallest group lists. Values that nobody listed count for nothing: if
 * {@code otherwise} is a group of its own the label stays, because it may stand for a single one. ISO/IEC 20889 generalisation.
 */
final class Generalise implements OperatorKind {
    @Override
    public String name() {
        return "generalise";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.DEIDENTIFICATION, ValueType.TEXT);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                Groups.parse(argument).map(groups -> value -> fit(value, groups)),
                "`generalise` takes `{GROUP: [VALUE, ...], ..., otherwise: GROUP}`, no value twice",
                argument);
    }

    private static Fit fit(Value value, Groups groups) {
        if (value.type() != ValueType.TEXT) {
            return new Fit.Unfit("`generalise` takes a text, got " + value.type());
        }
        Map<String, String> groupOf = new HashMap<>();
        groups.members().forEach((group, members) -> members.forEach(member -> groupOf.put(member, group)));
        String otherwise = groups.otherwise();
        return new Fit.Fits(
                ValueType.TEXT,
                value.generalisedTo(smallest(groups)),
                (from, i, to, j) ->
                        to.setObject(j, groupOf.getOrDefault((String) requireNonNull(from.getObject(i)), otherwise)));
    }

    private static double smallest(Groups groups) {
        return groups.members().containsKey(groups.otherwise())
                ? groups.members().values().stream().mapToInt(List::size).min().orElse(0)
                : 0;
    }
}
