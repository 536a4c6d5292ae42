package sluice.policy.internal;

import java.util.Collection;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.model.ValueType;
import sluice.policy.internal.words.Names;
import sluice.policy.internal.words.PolicyCode;
import sluice.yaml.Problems;
import sluice.yaml.Say;
import sluice.yaml.YamlCode;

/** Whether the fields and zones that a policy's conditions speak of are there. Each answer says whether they are. */
final class ConditionCheck implements PolicyCondition.Cases<Boolean> {
    private final Policy policy;
    private final CatalogueStream stream;
    private final Collection<String> zones;
    private final Problems problems;

    ConditionCheck(Policy policy, CatalogueStream stream, Collection<String> zones, Problems problems) {
        this.policy = policy;
        this.stream = stream;
        this.zones = zones;
        this.problems = problems;
    }

    @Override
    public Boolean agreement(PolicyCondition.Agreement agreement) {
        return true; // what the register does not name is not in force
    }

    @Override
    public Boolean assessment(PolicyCondition.Assessment assessment) {
        return true;
    }

    @Override
    public Boolean hours(PolicyCondition.Hours hours) {
        return true;
    }

    @Override
    public Boolean inZone(PolicyCondition.InZone inZone) {
        boolean isKnown = zones.contains(inZone.zone());
        if (!isKnown) {
            String help = Say.didYouMean(inZone.zone(), zones);
            add(PolicyCode.UNKNOWN_ZONE, "the city has no zone " + Say.quote(inZone.zone()) + help);
        }
        return field(inZone.field(), ValueType.POINT) && isKnown;
    }

    @Override
    public Boolean notOptedOut(PolicyCondition.NotOptedOut notOptedOut) {
        return field(notOptedOut.field(), ValueType.TEXT);
    }

    private boolean field(String name, ValueType type) {
        CatalogueField field = stream.fields().get(name);
        if (field == null) {
            String help = Say.didYouMean(name, stream.fields().keySet());
            return add(
                    PolicyCode.UNKNOWN_FIELD, "stream `" + stream.name() + "` has no field " + Say.quote(name) + help);
        }
        return field.type() == type
                || add(
                        YamlCode.BAD_VALUE,
                        "a condition needs a `" + type + "`, and field `" + name + "` is a `" + field.type() + "`");
    }

    private boolean add(String code, String text) {
        problems.add(code, Names.mark(policy.where()), text);
        return false;
    }
}
