package sluice.broker.core.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.PolicySet;
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
    private final Rulebook book;
    private final OutputCompiler outputs;

    /**
     * The rules of one policy set.
     *
     * @param policies the set in force
     * @param operators the operators that its policies may name
     */
    public Rules(PolicySet policies, Operators operators) {
        this(Rulebook.of(policies), new OutputCompiler(operators));
    }

    private Rules(Rulebook book, OutputCompiler outputs) {
        this.book = book;
        this.outputs = outputs;
    }

    /**
     * The rules of the next policy set.
     *
     * @param next the set that follows
     * @return its rules; a {@link Basis} on which nothing changed is equal to the one before at no cost
     */
    public Rules followedBy(PolicySet next) {
        return new Rules(book.followedBy(next), outputs);
    }

    /**
     * What the ruling on a request depends on. Takes the same time however many rules there are.
     *
     * @param request what is asked
     * @return compare it by value
     */
    public Basis basis(Request request) {
        return book.basis(request);
    }

    /**
     * Decides.
     *
     * @param request what is asked
     * @return the ruling, without what was considered
     */
    public Ruling decide(Request request) {
        return decide(request, basis(request));
    }

    /**
     * Decides on a basis that was looked up already.
     *
     * @param request what is asked
     * @param basis its basis
     * @return the ruling, without what was considered
     */
    public Ruling decide(Request request, Basis basis) {
        return new Hearing(request, basis, outputs, Considered.inSilence()).decide(List.of());
    }

    /**
     * Decides, and says why.
     *
     * @param request what is asked
     * @return the same ruling as {@link #decide} gives, with every rule that was considered
     */
    public Ruling explain(Request request) {
        return new Hearing(request, basis(request), outputs, Considered.inWords())
                .decide(book.on(request.flow().stream()));
    }

    /**
     * The shape that asks for all that a policy releases.
     *
     * @param flow stream, purpose and recipient
     * @return empty if there is no such policy or stream
     */
    public Shape releasedTo(FlowKey flow) {
        CatalogueStream stream = book.stream(flow.stream()).orElse(null);
        return book.policy(flow)
                .filter(policy -> stream != null)
                .map(policy ->
                        outputs.releasedBy(policy, new Setting(requireNonNull(stream), book.zones(), flow.recipient())))
                .orElseGet(() -> new Shape(List.of()));
    }
}
