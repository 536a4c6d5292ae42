package sluice.broker.core.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Consistency;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.operator.kind.Setting;
import sluice.broker.core.port.FlowKey;

/** One request being heard, on its basis and on nothing else. */
final class Hearing {
    private final Request request;
    private final FlowKey flow;
    private final Basis basis;
    private final OutputCompiler outputs;
    private final Considered considered;

    Hearing(Request request, Basis basis, OutputCompiler outputs, Considered considered) {
        this.request = request;
        this.flow = request.flow();
        this.basis = basis;
        this.outputs = outputs;
        this.considered = considered;
    }

    /** Decides; the policies on the stream are only there to be named in the explanation. */
    Ruling decide(List<Policy> onStream) {
        CatalogueStream stream = basis.stream();
        if (stream == null) {
            return deny(Reason.UNDECLARED_STREAM, "the catalogue has no stream `" + flow.stream() + "`");
        }
        CatalogueStream raised = stream.raisedTo(request.floor());
        considered.add(() -> "catalogue " + stream.where() + " declares stream `" + flow.stream() + "`, label "
                + raised.label() + sign(stream));
        Purpose purpose = basis.purpose();
        if (purpose == null) {
            return deny(Reason.UNKNOWN_PURPOSE, "the city has no purpose `" + flow.purpose() + "`");
        }
        return purpose instanceof Purpose.Lawful lawful
                ? decide(raised, lawful, onStream)
                : prohibited((Purpose.Prohibited) purpose);
    }

    private Ruling prohibited(Purpose.Prohibited purpose) {
        return deny(
                Reason.PROHIBITED,
                "purpose `" + purpose.name() + "` is prohibited: " + purpose.because() + " (" + purpose.where() + ")");
    }

    private Ruling decide(CatalogueStream stream, Purpose.Lawful purpose, List<Policy> onStream) {
        considered.add(() -> "purpose " + purpose.where() + " allows `" + purpose.name() + "` up to "
                + purpose.ceiling() + ", authority: " + purpose.authority().ground() + ", "
                + purpose.authority().clause());
        if (basis.consistencies().isEmpty()) {
            told(stream, purpose).forEach(line -> considered.add(() -> line));
        }
        onStream.forEach(policy -> considered.add(() -> consider(policy)));
        if (!basis.barred().isEmpty()) {
            return barred();
        }
        Policy policy = basis.policy();
        if (policy == null) {
            return noPolicy(basis.other());
        }
        if (basis.overlapping() != null) {
            return deny(Reason.BAD_PLAN, WindowDemands.overlaps(policy, basis.overlapping()));
        }
        basis.consistencies().forEach(edge -> considered.add(() -> consider(edge)));
        Setting setting = new Setting(stream, basis.zones(), flow.recipient());
        return outputs.compile(
                new OutputCompiler.Ask(
                        policy, basis.consistencies(), setting, purpose, basis.ceiling(), request.alternatives()),
                considered);
    }

    private static String sign(CatalogueStream stream) {
        return stream.notice().isEmpty() ? "" : "; people are told where they are sensed: " + stream.notice();
    }

    /** Of a stream about people it is worth a line that nobody told them. */
    private static List<String> told(CatalogueStream stream, Purpose.Lawful purpose) {
        return purpose.notices().isEmpty() && stream.label().isAbove(Label.DEIDENTIFIED)
                ? List.of("collected under no notice: purpose `" + purpose.name() + "` has none")
                : purpose.collectedUnder();
    }

    private String consider(Policy policy) {
        String verdict = policy.equals(basis.policy()) ? "applies" : "does not apply";
        return "policy `" + policy.name() + "` " + policy.where() + " permits `" + policy.purpose() + "` to `"
                + policy.recipient() + "`: " + verdict;
    }

    private String consider(Consistency edge) {
        return "purpose " + edge.where() + " is consistent with `" + edge.with() + "` for what was collected under "
                + "notice `" + edge.notice() + "`, from " + edge.from() + " until " + edge.until() + ": "
                + edge.because();
    }

    private Ruling barred() {
        String stream = basis.barred().stream().sorted().findFirst().orElseThrow();
        return deny(
                Reason.OTHER_PURPOSE,
                "what `" + flow.stream() + "` says was made from stream `" + stream + "`, which no policy permits for "
                        + "purpose `" + flow.purpose() + "`; purposes of what is mixed intersect");
    }

    private Ruling noPolicy(@Nullable Policy other) {
        return other == null
                ? deny(
                        Reason.GAP,
                        "no policy speaks of stream `" + flow.stream() + "` for purpose `" + flow.purpose()
                                + "` and recipient `" + flow.recipient() + "`")
                : deny(
                        Reason.OTHER_PURPOSE,
                        "policy `" + other.name() + "` permits `" + flow.stream() + "` to `" + flow.recipient()
                                + "` for purpose `" + other.purpose() + "` only, not for `" + flow.purpose() + "`");
    }

    private Ruling deny(Reason reason, String why) {
        considered.add(() -> "denied, " + reason.code() + ": " + why);
        return new Ruling.Denied(reason, why, considered.lines());
    }
}
