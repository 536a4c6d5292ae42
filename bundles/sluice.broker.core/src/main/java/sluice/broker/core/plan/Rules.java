package sluice.broker.core.plan;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.kind.Setting;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Shape;

/**
 * Decides a request by the city's rules. Default deny: only a policy for this stream, purpose and recipient permits, and only below the
 * purpose's ceiling. Where no rule speaks of the request at all, the denial is a <em>gap</em>; everything else that is denied is a
 * violation.
 */
public final class Rules {
    private final PolicySet policies;
    private final Zones zones;
    private final OutputCompiler outputs;

    /**
     * The rules of one policy set.
     *
     * @param policies the set in force
     * @param operators the operators that its policies may name
     */
    public Rules(PolicySet policies, Operators operators) {
        this.policies = policies;
        this.zones = new Zones(policies.zones());
        this.outputs = new OutputCompiler(operators);
    }

    /**
     * Decides.
     *
     * @param request what is asked
     * @return the ruling
     */
    public Ruling decide(Request request) {
        return new Hearing(request).decide();
    }

    /**
     * The shape of a record that asks for all that a flow's policy releases.
     *
     * @param flow stream, purpose and recipient
     * @return empty if there is no such policy or stream
     */
    public Shape releasedTo(FlowKey flow) {
        CatalogueStream stream = policies.catalogue().get(flow.stream());
        return policies.policies().stream()
                .filter(policy -> stream != null
                        && flow.equals(new FlowKey(policy.stream(), policy.purpose(), policy.recipient())))
                .findFirst()
                .map(policy -> outputs.releasedBy(policy, new Setting(requireNonNull(stream), zones, flow.recipient())))
                .orElseGet(() -> new Shape(List.of()));
    }

    /** One request being heard: collects what was considered. */
    private final class Hearing {
        private final Request request;
        private final FlowKey flow;
        private final List<String> considered = new ArrayList<>();

        Hearing(Request request) {
            this.request = request;
            this.flow = request.flow();
        }

        Ruling decide() {
            CatalogueStream stream = policies.catalogue().get(flow.stream());
            if (stream == null) {
                return deny(Reason.UNDECLARED_STREAM, "the catalogue has no stream `" + flow.stream() + "`");
            }
            considered.add("catalogue " + stream.where() + " declares stream `" + flow.stream() + "`, label "
                    + stream.raisedTo(request.floor()).label());
            Purpose purpose = policies.purposes().get(flow.purpose());
            if (purpose == null) {
                return deny(Reason.UNKNOWN_PURPOSE, "the city has no purpose `" + flow.purpose() + "`");
            }
            return purpose instanceof Purpose.Lawful lawful
                    ? decide(stream.raisedTo(request.floor()), lawful)
                    : prohibited((Purpose.Prohibited) purpose);
        }

        private Ruling prohibited(Purpose.Prohibited purpose) {
            return deny(
                    Reason.PROHIBITED,
                    "purpose `" + purpose.name() + "` is prohibited: " + purpose.because() + " (" + purpose.where()
                            + ")");
        }

        private Ruling decide(CatalogueStream stream, Purpose.Lawful purpose) {
            considered.add("purpose " + purpose.where() + " allows `" + purpose.name() + "` up to " + purpose.ceiling()
                    + ", authority: " + purpose.authority().ground() + ", "
                    + purpose.authority().clause());
            List<Policy> ofStream = policies.policies().stream()
                    .filter(policy -> policy.stream().equals(flow.stream()))
                    .collect(toList());
            ofStream.forEach(policy -> considered.add(consider(policy)));
            return ofStream.stream()
                    .filter(this::speaksOfRequest)
                    .findFirst()
                    .map(policy -> outputs.compile(
                            new OutputCompiler.Ask(
                                    policy,
                                    new Setting(stream, zones, flow.recipient()),
                                    purpose,
                                    request.observation()),
                            considered))
                    .orElseGet(() -> noPolicy(ofStream));
        }

        private String consider(Policy policy) {
            String verdict = speaksOfRequest(policy) ? "applies" : "does not apply";
            return "policy `" + policy.name() + "` " + policy.where() + " permits `" + policy.purpose() + "` to `"
                    + policy.recipient() + "`: " + verdict;
        }

        private boolean speaksOfRequest(Policy policy) {
            return policy.recipient().equals(flow.recipient())
                    && policy.purpose().equals(flow.purpose());
        }

        private Ruling noPolicy(List<Policy> ofStream) {
            return ofStream.stream()
                    .filter(policy -> policy.recipient().equals(flow.recipient()))
                    .findFirst()
                    .map(policy -> deny(
                            Reason.OTHER_PURPOSE,
                            "policy `" + policy.name() + "` permits `" + flow.stream() + "` to `" + flow.recipient()
                                    + "` for purpose `" + policy.purpose() + "` only, not for `" + flow.purpose()
                                    + "`"))
                    .orElseGet(() -> deny(
                            Reason.GAP,
                            "no policy speaks of stream `" + flow.stream() + "` for purpose `" + flow.purpose()
                                    + "` and recipient `" + flow.recipient() + "`"));
        }

        private Ruling deny(Reason reason, String why) {
            considered.add("denied, " + reason.code() + ": " + why);
            return new Ruling.Denied(reason, why, considered);
        }
    }
}
