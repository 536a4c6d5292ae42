package sluice.broker.core.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.model.PolicyCondition.Agreement;
import sluice.broker.core.model.PolicyCondition.Assessment;
import sluice.broker.core.model.PolicyCondition.Hours;
import sluice.broker.core.model.PolicyCondition.InZone;
import sluice.broker.core.model.PolicyCondition.NotOptedOut;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.plan.operator.kind.Setting;
import sluice.broker.core.plan.operator.kind.Value;

/** Whether a policy's condition fits the stream, and what a record tells by the mere fact that the condition held. */
final class ConditionFit implements PolicyCondition.Cases<ConditionFit.Fitted> {
    private static final Fitted BLIND = new Fitted(Label.NONPERSONAL, Set.of(), "");

    private final Setting setting;

    ConditionFit(Setting setting) {
        this.setting = requireNonNull(setting, "setting is null");
    }

    /**
     * What came of it.
     *
     * @param label of what is told
     * @param coarsened fields of which it tells something coarser than they are, and for that reason under a lower label
     * @param fault why it does not fit; empty if it does
     */
    record Fitted(Label label, Set<String> coarsened, String fault) {}

    /** The condition as a policy would write it, to be told from operators on the same field. */
    static Policy.Step asStep(PolicyCondition condition) {
        return new Policy.Step("when", Argument.of(condition.toString()));
    }

    @Override
    public Fitted agreement(Agreement agreement) {
        return BLIND;
    }

    @Override
    public Fitted assessment(Assessment assessment) {
        return BLIND;
    }

    @Override
    public Fitted hours(Hours hours) {
        return BLIND;
    }

    @Override
    public Fitted inZone(InZone inZone) {
        Zones zone = setting.zones().only(List.of(inZone.zone()));
        Optional<Value> point = setting.value(inZone.field()).filter(value -> value.type() == ValueType.POINT);
        if (point.isEmpty() || zone.names().isEmpty()) {
            return unfit(inZone, "a point of the stream and a zone of the city");
        }
        Label told = point.get().generalisedTo(zone.broadestMetres());
        boolean isCoarser = point.get().label().isAbove(told);
        return new Fitted(told, isCoarser ? Set.of(inZone.field()) : Set.of(), "");
    }

    @Override
    public Fitted notOptedOut(NotOptedOut notOptedOut) {
        return setting.value(notOptedOut.field())
                .filter(value -> value.type() == ValueType.TEXT)
                .map(text -> BLIND)
                .orElseGet(() -> unfit(notOptedOut, "a text of the stream"));
    }

    private Fitted unfit(PolicyCondition condition, String wanted) {
        return new Fitted(
                Label.NONPERSONAL,
                Set.of(),
                "the condition that " + condition + " needs " + wanted + "; stream `"
                        + setting.stream().name() + "` has the fields "
                        + setting.stream().fields().keySet());
    }
}
