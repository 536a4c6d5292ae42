package sluice.broker.core.plan.operator.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.ScreenKind;
import sluice.broker.core.plan.operator.kind.Setting;

/**
 * {@code filter: {field: condition, ...}}: the records in which every field is as it has to be. Conditions: {@link Between}, {@link OneOf},
 * {@link Within}. A record in which such a field is absent does not pass.
 *
 * <p>Label: the highest one of the conditions'. Whoever gets a record knows that it passed, so that a filter tells of a field that is not
 * released.
 */
final class Filter implements ScreenKind {
    private static final String FORMS =
            "`{atLeast: NUMBER, below: NUMBER}`, `{oneOf: [TEXT, ...]}`, `{noneOf: [TEXT, ...]}`,"
                    + " `{is: true}`, `{in: [ZONE, ...]}` or `{outside: [ZONE, ...]}`";

    @Override
    public String name() {
        return "filter";
    }

    @Override
    public Facts facts() {
        return new Facts(Set.of(), Duration.ZERO, "dpv:Filter");
    }

    @Override
    public Reason reason() {
        return Reason.FILTERED;
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        Map<String, Demand> demands = new LinkedHashMap<>();
        argument.entries().forEach((field, demand) -> demand(demand).ifPresent(sound -> demands.put(field, sound)));
        boolean isSound =
                !demands.isEmpty() && demands.size() == argument.entries().size();
        return isSound
                ? new Parsed.Sound<>(new Demands(demands))
                : new Parsed.Faulty<>("`filter` takes `{FIELD: CONDITION, ...}` with conditions such as " + FORMS
                        + ", got " + argument.shown());
    }

    private static Optional<Demand> demand(Argument argument) {
        return Between.parse(argument).or(() -> OneOf.parse(argument)).or(() -> Within.parse(argument));
    }

    private record Demands(Map<String, Demand> byField) implements Fitting {
        @Override
        public Set<String> zones() {
            return byField.values().stream()
                    .flatMap(demand -> demand.zones().stream())
                    .collect(Collectors.toSet());
        }

        @Override
        public Fit fit(Setting setting) {
            ArrayList<Condition> conditions = new ArrayList<>();
            for (Map.Entry<String, Demand> demand : byField.entrySet()) {
                Optional<Condition> condition = setting.value(demand.getKey()).flatMap(demand.getValue()::of);
                if (condition.isEmpty()) {
                    return new Fit.Unfit("`filter` can not ask that of "
                            + Argument.of(demand.getKey()).shown() + ": the stream has no such field,"
                            + " the field another type, or the city not these zones");
                }
                conditions.add(condition.get());
            }
            Label label = conditions.stream().map(Condition::label).reduce(Label.NONPERSONAL, Label::max);
            Set<String> coarsened = conditions.stream()
                    .filter(Condition::isCoarser)
                    .map(condition -> condition.field().name())
                    .collect(Collectors.toSet());
            return new Fit.Fits(label, coarsened, salt -> Filtering.unlinked(conditions));
        }
    }
}
