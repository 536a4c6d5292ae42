package sluice.keys.internal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Where;
import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Setting;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.plan.worker.Worker;
import sluice.broker.core.port.Keys;
import sluice.broker.core.shape.Slots;

/** What one recipient is told of a plate: the real operator on real keys. */
final class Recipient {
    private final Worker worker = new Worker();
    private final Operator operator;

    Recipient(Keys keys, String name) {
        CatalogueField plate =
                new CatalogueField("plate", ValueType.TEXT, "", Label.DIRECT, Limits.NONE, Coarseness.NEVER);
        CatalogueStream stream = new CatalogueStream(
                "traffic.plate", Map.of("plate", plate), Accuracy.ANY, new Where("traffic.yaml", 1));
        Value value = Value.of(plate, new Setting(stream, Zones.NONE, name));
        OperatorKind.Fit fit = new Operators(keys)
                .named("pseudonym")
                .orElseThrow()
                .parse(argument())
                .sound()
                .orElseThrow()
                .fit(value);
        operator = ((OperatorKind.Fit.Fits) fit).operator();
    }

    private static Argument argument() {
        Map<String, Argument> entries = new LinkedHashMap<>();
        entries.put("scope", Argument.of("city"));
        entries.put("epoch", Argument.of("P1D"));
        entries.put("midnightIn", Argument.of("America/Toronto"));
        return new Argument.Entries(entries);
    }

    String name(String plate, Instant observedAt) {
        Slots slots = new Slots(2);
        slots.setObject(0, plate);
        worker.take("camera-1", observedAt);
        operator.apply(slots, 0, slots, 1, worker);
        return (String) requireNonNull(slots.getObject(1));
    }
}
