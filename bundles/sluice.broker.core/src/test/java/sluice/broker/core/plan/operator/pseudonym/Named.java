package sluice.broker.core.plan.operator.pseudonym;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.Town;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Where;
import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.plan.operator.Applied;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.Written;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Setting;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.plan.worker.Worker;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/** A pseudonym operator for one recipient of a stream of plates and places. */
final class Named {
    static final Instant NOON = Instant.parse("2026-11-25T17:00:00Z");
    static final Point OLD_TOWN = new Point(43.655, -79.385);
    static final Point HARBOUR = new Point(43.645, -79.385);

    /** The reading's record. */
    record Seen(String plate, Point place) {}

    private final Operator operator;
    private final Worker worker = new Worker();
    private String source = "camera-1";
    private Instant at = NOON;
    private @Nullable Point place = OLD_TOWN;

    Named(Operators operators, String name, String argument, String recipient) {
        this(operators, name, argument, recipient, "traffic.plate");
    }

    Named(Operators operators, String name, String argument, String recipient, String stream) {
        OperatorKind.Fit fit = operators
                .named(name)
                .orElseThrow()
                .parse(Written.argument(argument))
                .sound()
                .orElseThrow()
                .fit(value(stream, recipient));
        this.operator = Assertions.assertThat(fit)
                .asInstanceOf(InstanceOfAssertFactories.type(OperatorKind.Fit.Fits.class))
                .actual()
                .operator()
                .linkedTo(Shape.of(Seen.class));
    }

    static Value value(String stream, String recipient) {
        Map<String, CatalogueField> fields = new LinkedHashMap<>();
        fields.put("plate", Town.field("plate", ValueType.TEXT, Label.DIRECT, Limits.NONE, Coarseness.NEVER));
        fields.put("place", Town.field("place", ValueType.POINT, Label.INDIRECT, Limits.NONE, Coarseness.NEVER));
        CatalogueStream catalogue = new CatalogueStream(stream, fields, Accuracy.ANY, new Where("any.yaml", 1));
        return Value.of(fields.get("plate"), new Setting(catalogue, new Zones(Applied.ZONES), recipient));
    }

    Named by(String device) {
        source = device;
        return this;
    }

    Named at(Instant instant) {
        at = instant;
        return this;
    }

    Named in(@Nullable Point where) {
        place = where;
        return this;
    }

    /** Null if there is none. */
    @Nullable
    String of(String plate) {
        Slots reading = new Slots(2);
        reading.setObject(0, plate);
        reading.setObject(1, place);
        Slots observation = new Slots(1);
        worker.take(source, at);
        operator.apply(reading, 0, observation, 0, worker);
        return (String) observation.getObject(0);
    }

    /** Many times, into slots that are there. */
    void repeat(Slots reading, Slots observation, int times) {
        worker.take(source, at);
        for (int i = 0; i < times; i++) {
            operator.apply(reading, 0, observation, 0, worker);
        }
    }

    @Nullable
    Reason refusal() {
        return worker.refusal();
    }

    @Nullable
    Object withoutWorker(String plate) {
        Slots slots = new Slots(2);
        slots.setObject(0, plate);
        operator.apply(slots, 0, slots, 0);
        return slots.getObject(0);
    }
}
