package sluice.policy.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Declassification;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Policy.Release;
import sluice.broker.core.model.Policy.Step;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.Where;
import sluice.broker.core.model.Zone;
import sluice.broker.core.words.OperatorWords;
import sluice.policy.internal.words.Names;
import sluice.policy.internal.words.PolicyCode;
import sluice.yaml.Problem;
import sluice.yaml.Problems;
import sluice.yaml.Say;

/** Whether policies, purposes and catalogue fit together. */
final class CrossCheck {
    private final Map<String, CatalogueStream> catalogue;
    private final Map<String, Purpose> purposes;
    private final Map<List<String>, Policy> permits = new HashMap<>();
    private final Map<List<String>, Policy> windows = new HashMap<>();
    private final Problems problems = new Problems();

    private final OperatorWords words;
    private final List<String> zones;

    private CrossCheck(PolicySet set, OperatorWords words) {
        this.catalogue = set.catalogue();
        this.purposes = set.purposes();
        this.zones = set.zones().stream().map(Zone::name).toList();
        this.words = words;
    }

    static List<Problem> of(PolicySet set, OperatorWords words) {
        CrossCheck check = new CrossCheck(set, words);
        Tellings tellings = new Tellings(set, check.problems);
        set.policies().forEach(policy -> {
            check.policy(policy);
            tellings.check(policy);
        });
        set.declassifications().forEach(check::declassification);
        return check.problems.list();
    }

    private void policy(Policy policy) {
        stream(policy);
        purpose(policy);
        policy.records().forEach(step -> zones(step, policy.where()));
        policy.releases().forEach(release -> release.steps().forEach(step -> zones(step, release.where())));
        window(policy);
        Policy first = permits.putIfAbsent(List.of(policy.stream(), policy.purpose(), policy.recipient()), policy);
        if (first != null) {
            add(
                    PolicyCode.DUPLICATE_POLICY,
                    policy.where(),
                    "policy `" + first.name() + "` in " + first.where()
                            + " permits the same stream, purpose and recipient; make one of the two");
        }
    }

    /** The difference of two windows' counts is a third count. */
    private void window(Policy policy) {
        if (policy.window().isNone()) {
            return;
        }
        Policy other = windows.putIfAbsent(List.of(policy.stream(), policy.recipient()), policy);
        if (other != null) {
            add(
                    PolicyCode.OVERLAPPING_WINDOWS,
                    policy.where(),
                    "policy `" + other.name() + "` in " + other.where()
                            + " releases windows of the same stream to the same recipient; release one of them");
        }
    }

    private void stream(Policy policy) {
        CatalogueStream stream = catalogue.get(policy.stream());
        if (stream == null) {
            String help = Say.didYouMean(policy.stream(), catalogue.keySet());
            add(PolicyCode.UNKNOWN_STREAM, policy.where(), "unknown stream " + Say.quote(policy.stream()) + help);
            return;
        }
        policy.releases().forEach(release -> field(release, stream));
        ConditionCheck conditions = new ConditionCheck(policy, stream, zones, problems);
        policy.conditions().forEach(condition -> condition.fold(conditions));
    }

    private void declassification(Declassification declassification) {
        if (!catalogue.containsKey(declassification.stream())) {
            String help = Say.didYouMean(declassification.stream(), catalogue.keySet());
            String text = "unknown stream " + Say.quote(declassification.stream()) + help;
            add(PolicyCode.UNKNOWN_STREAM, declassification.where(), text);
        }
    }

    private void field(Release release, CatalogueStream stream) {
        if (!stream.fields().containsKey(release.field())) {
            String help = Say.didYouMean(release.field(), stream.fields().keySet());
            add(
                    PolicyCode.UNKNOWN_FIELD,
                    release.where(),
                    "stream `" + stream.name() + "` has no field " + Say.quote(release.field()) + help);
        }
    }

    private void zones(Step step, Where where) {
        for (String zone : words.zones(step)) {
            if (!zones.contains(zone)) {
                String help = Say.didYouMean(zone, zones);
                add(PolicyCode.UNKNOWN_ZONE, where, "the city has no zone " + Say.quote(zone) + help);
            }
        }
    }

    private void purpose(Policy policy) {
        Purpose purpose = purposes.get(policy.purpose());
        if (purpose == null) {
            String help = Say.didYouMean(policy.purpose(), purposes.keySet());
            add(PolicyCode.UNKNOWN_PURPOSE, policy.where(), "unknown purpose " + Say.quote(policy.purpose()) + help);
        } else if (purpose instanceof Purpose.Prohibited prohibited) {
            add(
                    PolicyCode.PROHIBITED_PURPOSE,
                    policy.where(),
                    "purpose `" + purpose.name() + "` is prohibited (" + prohibited.because() + ") in "
                            + purpose.where());
        }
    }

    private void add(String code, Where where, String text) {
        problems.add(code, Names.mark(where), text);
    }
}
