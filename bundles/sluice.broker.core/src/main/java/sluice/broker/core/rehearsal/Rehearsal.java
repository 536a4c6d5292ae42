package sluice.broker.core.rehearsal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.flow.Flow;
import sluice.broker.core.flow.Gatherings;
import sluice.broker.core.flow.Meters;
import sluice.broker.core.flow.ReadingIds;
import sluice.broker.core.flow.Receipt;
import sluice.broker.core.flow.Route;
import sluice.broker.core.flow.SlotReading;
import sluice.broker.core.flow.SoloRoutes;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.Request;
import sluice.broker.core.plan.Rules;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.port.Conditions;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Outcome;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.Room;

/**
 * One recipient's side of the line, rehearsed: the real rules decide, the real flow mediates readings that somebody wrote down, and nothing
 * leaves. What screens remember lasts as long as the rehearsal. For one thread.
 */
public final class Rehearsal {
    /** With this key reading ids, and so what {@code sample} chooses, are the same in every rehearsal. */
    private static final byte[] KEY = new byte[32];

    private static final long WINDOW_BYTES = 16L << 20;

    private final FlowKey flow;
    private final Ruling ruling;
    private final Shape observation;
    private final SoloRoutes.Asked asked;
    private final @Nullable CatalogueStream stream;
    private final MemoryPorts ports = new MemoryPorts();
    private final Meters meters = new Meters(ports);
    private final Board board = new Board();
    private final SoloRoutes routes = new SoloRoutes(board, gatherings());
    private final ReadingIds ids = new ReadingIds(KEY);
    private @Nullable Shape reading;
    private @Nullable Route route;
    private long count;

    /**
     * A rehearsal.
     *
     * @param policies the set
     * @param flow stream, purpose and recipient
     * @param floor the least label of every field of the source
     * @param asked the recipient's record; empty: all that its policy releases
     */
    public Rehearsal(PolicySet policies, FlowKey flow, Label floor, List<Asked> asked) {
        this(policies, flow, floor, asked, Conditions.Facts.CALM);
    }

    /**
     * A rehearsal.
     *
     * @param policies the set
     * @param flow stream, purpose and recipient
     * @param floor the least label of every field of the source
     * @param asked the recipient's record; empty: all that its policy releases
     * @param facts what the registers say that policies are conditional on
     */
    public Rehearsal(PolicySet policies, FlowKey flow, Label floor, List<Asked> asked, Conditions.Facts facts) {
        board.activate(facts);
        Rules rules = new Rules(policies, new Operators(new RehearsalKeys()));
        this.flow = requireNonNull(flow, "flow is null");
        this.observation = asked.isEmpty()
                ? rules.releasedTo(flow)
                : new Shape(asked.stream().map(Asked::component).toList());
        this.asked = new SoloRoutes.Asked(rules, new Request(flow, floor, observation));
        this.ruling = rules.decide(this.asked.request());
        CatalogueStream known = policies.catalogue().get(flow.stream());
        this.stream = known == null ? null : known.raisedTo(floor);
    }

    /** A rehearsal has begun long ago: no window of it is a part of one. */
    private static Gatherings gatherings() {
        return new Gatherings(() -> Instant.EPOCH, new RehearsalBudgets(), new Room(WINDOW_BYTES));
    }

    /**
     * The record that the recipient asks with.
     *
     * @return name to type, in order
     */
    public Map<String, ValueType> outputs() {
        Map<String, ValueType> outputs = new LinkedHashMap<>();
        observation.components().forEach(component -> outputs.put(component.name(), component.type()));
        return outputs;
    }

    /**
     * The decision, rule by rule.
     *
     * @return one line each; the last one is the decision
     */
    public List<String> considered() {
        return asked.rules().explain(asked.request()).considered();
    }

    /**
     * The decision, before any reading.
     *
     * @return empty if it is permitted, or why it is not
     */
    public Optional<Reason> denied() {
        return ruling instanceof Ruling.Denied denied ? Optional.of(denied.reason()) : Optional.empty();
    }

    /**
     * The label of what the recipient is told.
     *
     * @return empty if it is told nothing
     */
    public Optional<Label> label() {
        return ruling instanceof Ruling.Permitted permitted ? Optional.of(permitted.label()) : Optional.empty();
    }

    /**
     * Sends one reading down the line.
     *
     * @param act the reading
     * @return what became of it
     */
    public Rehearsed send(Act act) {
        if (stream == null) {
            return new Rehearsed.Refused(Reason.UNDECLARED_STREAM);
        }
        Route down = route(stream, act);
        ports.codes.clear();
        ports.delivered.clear();
        List<Outcome> told = new ArrayList<>();
        Receipt receipt = new Receipt(told::add);
        SlotReading slots = slots(act, stream, requireNonNull(reading));
        Outcome outcome = new Flow(ports, ports, board, act::now, () -> 0).flow(slots, down, receipt);
        receipt.settle();
        if (outcome instanceof Outcome.Refused refused) {
            return new Rehearsed.Refused(refused.reason());
        }
        if (ports.delivered.isEmpty()) {
            return isAbsorbed() ? new Rehearsed.Observed(Map.of()) : new Rehearsed.Refused(lastReason());
        }
        return observed();
    }

    private Rehearsed observed() {
        Slots values = ports.delivered.get(0).values();
        return new Rehearsed.Observed(Rows.values(observation, values));
    }

    /** Nobody refused it, so it went into a window, or waits. */
    private boolean isAbsorbed() {
        return ports.codes.get(ports.codes.size() - 1).equals(Ledger.PERMITTED);
    }

    /** What is not delivered was counted: Flow has no third way. */
    private Reason lastReason() {
        String code = ports.codes.get(ports.codes.size() - 1);
        for (Reason reason : Reason.values()) {
            if (reason.code().equals(code)) {
                return reason;
            }
        }
        throw new IllegalStateException("counted under `" + code + "`, which is no reason");
    }

    /** A source has one shape; a reading of another shape is another source's. */
    private Route route(CatalogueStream known, Act act) {
        Shape shape = Rows.shape(known, act.values());
        if (route == null || !shape.equals(reading)) {
            reading = shape;
            route = routes.of(known, shape, meters.of(flow), asked, ports);
        }
        return route;
    }

    private SlotReading slots(Act act, CatalogueStream known, Shape shape) {
        Slots slots = Rows.slots(known, shape, act.values());
        var id = ids.of(act.source(), count++, act.observedAt(), new byte[0], 0);
        return new SlotReading(act.source(), id, slots, act.observedAt(), false, 0);
    }
}
