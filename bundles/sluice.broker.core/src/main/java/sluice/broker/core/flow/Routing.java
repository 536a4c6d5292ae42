package sluice.broker.core.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.plan.Basis;
import sluice.broker.core.plan.Classifier;
import sluice.broker.core.plan.Request;
import sluice.broker.core.plan.Rules;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.RecordReader;
import sluice.broker.core.shape.Shape;

/**
 * Makes the routes of one policy set for the recipients that are here. What did not change is taken from the route before: a reader, that
 * the JVM compiled while it was used; a binding whose policy, stream, purpose and map are the same; or the whole route.
 */
final class Routing {
    private final Parts parts;
    private final PolicySet policies;
    private final Rules rules;
    private final Collection<Subscriber> subscribers;

    /** What outlives routes: counts, facts, and what screens remember. */
    record Parts(Meters meters, Board board, KeptScreens screens, Gatherings gatherings) {}

    Routing(Parts parts, PolicySet policies, Rules rules, Collection<Subscriber> subscribers) {
        this.parts = parts;
        this.policies = policies;
        this.rules = rules;
        this.subscribers = subscribers;
    }

    /** The route of a channel; empty if the catalogue does not declare its stream. */
    Optional<Route> route(Channel channel) {
        CatalogueStream stream = policies.catalogue().get(channel.origin().stream());
        return stream == null
                ? Optional.empty()
                : Optional.of(route(channel, stream.raisedTo(channel.origin().floor())));
    }

    private Route route(Channel channel, CatalogueStream stream) {
        Shape shape = Shape.of(channel.origin().type());
        List<Binding> bindings = bindings(channel, stream, shape);
        Optional<Route> same = channel.route()
                .filter(before ->
                        before.stream().equals(stream) && before.bindings().equals(bindings));
        return same.orElseGet(() -> fresh(channel, stream, shape, bindings));
    }

    private Route fresh(Channel channel, CatalogueStream stream, Shape shape, List<Binding> bindings) {
        Classifier classifier = new Classifier(stream, shape);
        return new Route(
                stream,
                reader(channel, stream, shape),
                classifier,
                bindings,
                parts.meters.ofStream(stream.name()),
                classifier.strippedOf(shape),
                bindings.stream().mapToLong(Binding::subjects).reduce(0, (one, other) -> one | other));
    }

    private static RecordReader reader(Channel channel, CatalogueStream stream, Shape shape) {
        return channel.route()
                .filter(before -> before.stream().fields().equals(stream.fields()))
                .map(Route::reader)
                .orElseGet(() -> RecordReader.of(
                        channel.origin().type(),
                        name -> Classifier.isDeclared(stream, shape.components().get(shape.indexOf(name)))));
    }

    private List<Binding> bindings(Channel channel, CatalogueStream stream, Shape reading) {
        Map<FlowKey, Binding> before = before(channel);
        List<Binding> bindings = new ArrayList<>();
        for (Subscriber subscriber : subscribers) {
            Binding.To to = subscriber.needs().get(stream.name());
            if (to != null) {
                Request request = request(channel, subscriber, to);
                Binding binding = binding(request, before.get(request.flow()), to, new End(stream, reading));
                if (binding.ruling() instanceof Ruling.Permitted permitted) {
                    subscriber.bound(permitted, channel.origin().told());
                }
                parts.gatherings.keep(binding.flow());
                bindings.add(binding);
            }
        }
        return bindings;
    }

    private static Map<FlowKey, Binding> before(Channel channel) {
        Map<FlowKey, Binding> before = new HashMap<>();
        channel.route().ifPresent(route -> route.bindings().forEach(binding -> before.put(binding.flow(), binding)));
        return before;
    }

    /** What is at the source's end. */
    private record End(CatalogueStream stream, Shape reading) {}

    private Binding binding(Request request, @Nullable Binding before, Binding.To to, End end) {
        Basis basis = rules.basis(request);
        if (before != null && before.isFor(request, basis, to)) {
            return before;
        }
        Ruling ruling = rules.decide(request, basis);
        Binding.From from = new Binding.From(
                end.reading,
                end.stream.label(),
                parts.screens.of(request.flow(), ruling),
                parts.board,
                gathering(request.flow(), ruling));
        return new Binding(parts.meters.of(request.flow()), new Binding.Why(request, basis, ruling), from, to);
    }

    /** Windows do not outlive the meaning of a field or of a zone. */
    private @Nullable Gathering gathering(FlowKey flow, Ruling ruling) {
        CatalogueStream stream = policies.catalogue().get(flow.stream());
        Object ground = List.of(stream == null ? Map.of() : stream.fields(), policies.zones());
        return parts.gatherings.of(flow, ruling, ground).orElse(null);
    }

    private static Request request(Channel channel, Subscriber subscriber, Binding.To to) {
        Channel.Origin origin = channel.origin();
        FlowKey flow = new FlowKey(origin.stream(), subscriber.purpose(), subscriber.recipient());
        return new Request(flow, origin.floor(), origin.lineage(), to.alternatives());
    }
}
