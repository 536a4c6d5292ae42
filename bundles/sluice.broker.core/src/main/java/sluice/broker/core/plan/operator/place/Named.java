package sluice.broker.core.plan.operator.place;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import sluice.broker.core.model.Argument;
import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.plan.operator.kind.OperatorKind.Fit;
import sluice.broker.core.plan.operator.kind.OperatorKind.Fitting;
import sluice.broker.core.plan.operator.kind.Value;

/**
 * An operator with the zones that its argument names.
 *
 * @param names zones; empty for all that the city has
 * @param onMap fits it to a value, once the zones are found on the map
 */
record Named(List<String> names, Function<Value, Function<Zones, Fit>> onMap) implements Fitting {
    @Override
    public Set<String> zones() {
        return Set.copyOf(names);
    }

    @Override
    public Fit fit(Value value) {
        Zones map = value.setting().zones();
        Zones chosen = names.isEmpty() ? map : map.only(names);
        Optional<String> lost =
                names.stream().filter(name -> !chosen.names().contains(name)).findFirst();
        return lost.<Fit>map(name -> new Fit.Unfit(
                        "the city has no zone " + Argument.of(name).shown()))
                .orElseGet(() -> onMap.apply(value).apply(chosen));
    }
}
