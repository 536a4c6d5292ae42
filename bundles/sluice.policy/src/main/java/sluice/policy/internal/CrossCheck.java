package sluice.policy.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Policy.Release;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.Where;
import sluice.yaml.Problem;
import sluice.yaml.Problems;
import sluice.yaml.Say;

/** Whether policies, purposes and catalogue fit together. */
final class CrossCheck {
    private final Map<String, CatalogueStream> catalogue;
    private final Map<String, Purpose> purposes;
    private final Map<List<String>, Policy> permits = new HashMap<>();
    private final Problems problems = new Problems();

    private CrossCheck(Map<String, CatalogueStream> catalogue, Map<String, Purpose> purposes) {
        this.catalogue = catalogue;
        this.purposes = purposes;
    }

    static List<Problem> of(
            Map<String, CatalogueStream> catalogue, Map<String, Purpose> purposes, List<Policy> policies) {
        CrossCheck check = new CrossCheck(catalogue, purposes);
        policies.forEach(check::policy);
        return check.problems.list();
    }

    private void policy(Policy policy) {
        stream(policy);
        purpose(policy);
        Policy first = permits.putIfAbsent(List.of(policy.stream(), policy.purpose(), policy.recipient()), policy);
        if (first != null) {
            add(
                    PolicyCode.DUPLICATE_POLICY,
                    policy.where(),
                    "policy `" + first.name() + "` in " + first.where()
                            + " permits the same stream, purpose and recipient; make one of the two");
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
