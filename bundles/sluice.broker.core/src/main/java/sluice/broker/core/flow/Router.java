package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.Request;
import sluice.broker.core.plan.Rules;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.Budgets;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.window.Room;

/**
 * Brings sources, recipients and policy together: whenever one of them changes, the routes that depend on it are made anew and exchanged
 * whole. Safe for several threads; a reading never waits for it.
 */
public final class Router {
    private final Meters meters;
    private final Board board;
    private final Gatherings gatherings;
    private final Map<Channel.Origin, Channel> channels = new LinkedHashMap<>();
    private final Map<String, Subscriber> subscribers = new TreeMap<>();
    private final KeptScreens screens = new KeptScreens();
    private PolicySet policies = PolicySet.EMPTY;
    private Rules rules;

    /**
     * A router that knows no policy: whatever comes is refused.
     *
     * @param meters where flows are counted
     * @param board where the registers' facts are
     * @param gatherings what flows gather before they tell something
     * @param operators what policies may name
     */
    public Router(Meters meters, Board board, Gatherings gatherings, Operators operators) {
        this.meters = requireNonNull(meters, "meters is null");
        this.board = requireNonNull(board, "board is null");
        this.gatherings = requireNonNull(gatherings, "gatherings is null");
        this.rules = new Rules(PolicySet.EMPTY, operators);
    }

    /**
     * A router for windows without noise, by the JDK's clock.
     *
     * @param meters where flows are counted
     * @param board where the registers' facts are
     * @param operators what policies may name
     */
    public Router(Meters meters, Board board, Operators operators) {
        this(meters, board, new Gatherings(Clock.systemUTC(), Budgets.NONE, Room.ofHeap()), operators);
    }

    /**
     * A router without keys, for windows without noise, by the JDK's clock.
     *
     * @param meters where flows are counted
     * @param board where the registers' facts are
     */
    public Router(Meters meters, Board board) {
        this(meters, board, new Operators());
    }

    /**
     * Puts a policy set in force. When this returns, every later reading is mediated by it, and none by half of it.
     *
     * @param next the whole set
     */
    public synchronized void activate(PolicySet next) {
        policies = next;
        rules = rules.followedBy(next);
        gatherings.begin();
        reroute(List.copyOf(channels.values()));
        gatherings.sweep();
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
            reroute(List.of(channel));
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
        gatherings.leave(subscriber.recipient());
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
            gatherings.leave(subscriber.recipient());
            reroute(subscriber);
        }
    }

    private void reroute(Subscriber subscriber) {
        reroute(channels.values().stream()
                .filter(channel -> subscriber.needs().containsKey(channel.origin().stream()))
                .toList());
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
                rulings.put(flow, rules.decide(new Request(flow, Label.NONPERSONAL, Set.of(), to.alternatives())));
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
        List<Shape> shapes = to == null ? List.of(rules.releasedTo(flow)) : to.alternatives();
        return rules.explain(new Request(flow, Label.NONPERSONAL, Set.of(), shapes));
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
     * Who is told what is made from a field, and who is refused.
     *
     * @param stream catalogue stream
     * @param field its field
     * @return sorted
     */
    public synchronized List<BrokerView.Sight> whoCanSee(String stream, String field) {
        return new WhoCanSee(policies, rules, subscribers.values()).of(stream, field);
    }

    /**
     * Whether the catalogue has a field.
     *
     * @param stream catalogue stream
     * @param field its field
     * @return false if it has no such stream, or the stream no such field
     */
    public synchronized boolean declares(String stream, String field) {
        return policies.declares(stream, field);
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
     * The floor of what an application publishes now.
     *
     * @param publisher symbolic name of its bundle
     * @param stream the stream that it publishes
     * @param told the most identifying label that it was told
     * @param now the platform's time
     * @return that label, or a lower one if a declassification says so and is not over
     */
    public synchronized Label floor(String publisher, String stream, Label told, Instant now) {
        return policies.floor(publisher, stream, told, now);
    }

    /**
     * The version of the policy set in force.
     *
     * @return see {@link PolicySet#version()}
     */
    public synchronized String version() {
        return policies.version();
    }

    /**
     * All routes are made before the first is exchanged. One channel that can not be routed must not keep the others on their old routes; its
     * own readings are refused.
     */
    private void reroute(List<Channel> affected) {
        Map<Channel, Optional<Route>> next = new LinkedHashMap<>();
        Routing routing = new Routing(
                new Routing.Parts(meters, board, screens, gatherings), policies, rules, subscribers.values());
        for (Channel channel : affected) {
            try {
                next.put(channel, routing.route(channel));
            } catch (RuntimeException | LinkageError unroutable) {
                // INVARIANT: a route of an earlier policy set never stays in force, whatever went wrong
                next.put(channel, Optional.empty());
                meters.ofDoor().refused(Reason.UNDECLARED_STREAM);
            }
        }
        next.forEach((channel, route) -> channel.route(route.orElse(null)));
    }
}
