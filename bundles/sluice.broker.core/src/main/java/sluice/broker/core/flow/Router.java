package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.Classifier;
import sluice.broker.core.plan.Request;
import sluice.broker.core.plan.Rules;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.RecordReader;
import sluice.broker.core.shape.Shape;

/**
 * Brings sources, recipients and policy together: whenever one of them changes, the routes that depend on it are made anew and exchanged
 * whole. Safe for several threads; a reading never waits for it.
 */
public final class Router {
    private final Meters meters;
    private final Operators operators;
    private final Map<Channel.Origin, Channel> channels = new LinkedHashMap<>();
    private final Map<String, Subscriber> subscribers = new TreeMap<>();
    private final KeptScreens screens = new KeptScreens();
    private PolicySet policies = PolicySet.EMPTY;
    private Rules rules;

    /**
     * A router that knows no policy: whatever comes is refused.
     *
     * @param meters where flows are counted
     * @param operators what policies may name
     */
    public Router(Meters meters, Operators operators) {
        this.meters = requireNonNull(meters, "meters is null");
        this.operators = requireNonNull(operators, "operators is null");
        this.rules = new Rules(PolicySet.EMPTY, operators);
    }

    /**
     * A router without keys, that knows no policy.
     *
     * @param meters where flows are counted
     */
    public Router(Meters meters) {
        this(meters, new Operators());
    }

    /**
     * Puts a policy set in force. When this returns, every later reading is mediated by it, and none by half of it.
     *
     * @param next the whole set
     */
    public synchronized void activate(PolicySet next) {
        policies = next;
        rules = new Rules(next, operators);
        channels.values().forEach(this::rerouteOrClose);
    }

    /**
     * The channel of a source's records of one class.
     *
     * @param origin guest, class, stream and floor
     * @return the same each time, until the guest leaves
     */
    public synchronized Channel open(Channel.Origin origin) {
        return channels.computeIfAbsent(origin, key -> {
            Channel channel = new Channel(key);
            reroute(channel);
            return channel;
        });
    }

    /**
     * Forgets the channels of a guest, and with them its classes.
     *
     * @param guest symbolic name of its bundle
     */
    public synchronized void close(String guest) {
        channels.keySet().removeIf(origin -> origin.guest().equals(guest));
    }

    /**
     * A recipient asks for streams.
     *
     * @param subscriber the recipient; replaces one of the same name
     */
    public synchronized void join(Subscriber subscriber) {
        subscribers.put(subscriber.recipient(), subscriber);
        reroute(subscriber);
    }

    /**
     * A recipient asks for nothing any more.
     *
     * @param subscriber the recipient; ignored if another has taken its place
     */
    public synchronized void leave(Subscriber subscriber) {
        if (subscribers.remove(subscriber.recipient(), subscriber)) {
            reroute(subscriber);
        }
    }

    /**
     * What the rules say of each request of each recipient, for a source whose labels are not raised.
     *
     * @return flow to ruling, sorted by stream, purpose, recipient
     */
    public synchronized Map<FlowKey, Ruling> rulings() {
        Map<FlowKey, Ruling> rulings = new TreeMap<>(FlowOrder.BY_NAME);
        for (Subscriber subscriber : subscribers.values()) {
            subscriber.needs().forEach((stream, to) -> {
                FlowKey flow = new FlowKey(stream, subscriber.purpose(), subscriber.recipient());
                rulings.put(flow, rules.decide(new Request(flow, Label.NONPERSONAL, to.observation())));
            });
        }
        return rulings;
    }

    /**
     * Hears a request, whether anybody made it or not.
     *
     * @param flow stream, purpose, recipient
     * @return the ruling; for a recipient that is not here, about a record that asks for all that the policy releases
     */
    public synchronized Ruling explain(FlowKey flow) {
        Subscriber subscriber = subscribers.get(flow.recipient());
        Binding.To to = subscriber == null ? null : subscriber.needs().get(flow.stream());
        Shape shape = to == null ? rules.releasedTo(flow) : to.observation();
        return rules.decide(new Request(flow, Label.NONPERSONAL, shape));
    }

    /**
     * Decides a request by the rules in force.
     *
     * @param request what is asked
     * @return the ruling
     */
    public synchronized Ruling decide(Request request) {
        return rules.decide(request);
    }

    /**
     * The routes in force.
     *
     * @return one for each channel whose stream the catalogue declares
     */
    public synchronized List<Route> routes() {
        return channels.values().stream()
                .flatMap(channel -> channel.route().stream())
                .toList();
    }

    /**
     * The version of the policy set in force.
     *
     * @return see {@link PolicySet#version()}
     */
    public synchronized String version() {
        return policies.version();
    }

    private void reroute(Subscriber subscriber) {
        channels.values().stream()
                .filter(channel -> subscriber.needs().containsKey(channel.origin().stream()))
                .forEach(this::rerouteOrClose);
    }

    /** One channel that can not be routed must not keep the others on their old routes; its own readings are refused. */
    private void rerouteOrClose(Channel channel) {
        try {
            reroute(channel);
        } catch (RuntimeException | LinkageError unroutable) {
            meters.ofDoor().refused(Reason.UNDECLARED_STREAM);
        }
    }

    private void reroute(Channel channel) {
        Channel.Origin origin = channel.origin();
        CatalogueStream stream = policies.catalogue().get(origin.stream());
        Route next = null;
        try {
            next = stream == null ? null : route(channel, stream.raisedTo(origin.floor()));
        } finally {
            // INVARIANT: a route of an earlier policy set never stays in force, whatever went wrong
            channel.route(next);
        }
    }

    private Route route(Channel channel, CatalogueStream stream) {
        Channel.Origin origin = channel.origin();
        Shape shape = Shape.of(origin.type());
        Classifier classifier = new Classifier(stream, shape);
        return new Route(
                stream,
                reader(channel, stream, shape),
                classifier,
                bindings(origin, stream.label(), shape),
                meters.ofStream(stream.name()),
                classifier.strippedOf(shape));
    }

    /** The JVM compiles a reader while it is used, for seconds: where the catalogue says what it said, the warm one stays. */
    private static RecordReader reader(Channel channel, CatalogueStream stream, Shape shape) {
        return channel.route()
                .filter(before -> before.stream().fields().equals(stream.fields()))
                .map(Route::reader)
                .orElseGet(() -> RecordReader.of(
                        channel.origin().type(),
                        name -> Classifier.isDeclared(stream, shape.components().get(shape.indexOf(name)))));
    }

    private List<Binding> bindings(Channel.Origin origin, Label stream, Shape reading) {
        List<Binding> bindings = new ArrayList<>();
        for (Subscriber subscriber : subscribers.values()) {
            Optional.ofNullable(subscriber.needs().get(origin.stream())).ifPresent(to -> {
                FlowKey flow = new FlowKey(origin.stream(), subscriber.purpose(), subscriber.recipient());
                Ruling ruling = rule(flow, origin.floor(), subscriber, to);
                Binding.From from = new Binding.From(reading, stream, screens.of(flow, ruling));
                bindings.add(new Binding(meters.of(flow), ruling, from, to));
            });
        }
        return bindings;
    }

    private Ruling rule(FlowKey flow, Label floor, Subscriber subscriber, Binding.To to) {
        Ruling ruling = rules.decide(new Request(flow, floor, to.observation()));
        if (ruling instanceof Ruling.Permitted permitted) {
            subscriber.bound(permitted);
        }
        return ruling;
    }
}
