package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.Plan;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.plan.condition.Moment;
import sluice.broker.core.plan.condition.Sheet;
import sluice.broker.core.plan.worker.Worker;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Outcome;
import sluice.broker.core.port.Spool;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.Closed;

/**
 * The line. Every reading of a device and every record that an application publishes comes through {@link #flow}, and there is no other
 * way to a recipient:
 *
 * <ol>
 *   <li><b>classify</b>: the catalogue's types, ranges, accuracy and age; what it does not declare was never read, and is counted
 *   <li><b>decide</b>: each recipient that asked has a ruling, made when it was bound; a no is counted under its reason. Of a yes the
 *       conditions are tested, by one time, one sheet of the registers' facts and one look at the opt-outs for all recipients
 *   <li><b>minimise</b>: the recipient's screens may hold the record back; its plan makes new values, and the reading's own are out of
 *       reach from here on. Where the policy releases windows, the values go into one, and nothing is told of this record alone
 *   <li><b>record</b>: a disclosure about a person is a leaf in the ledger; everything else is counted in a second that the ledger opened
 *       beforehand
 *   <li><b>deliver</b>: into the recipient's queue, once the leaf or the spooled observation is on disk
 * </ol>
 *
 * <p>No foreign code runs in here: values come in slots and leave in slots. Safe for several threads.
 */
public final class Flow {
    /** What the ledger names as the source of something about many records. */
    private static final String GATHERED = "gathered";

    private final SecureRandom random = new SecureRandom();
    private final Ledger ledger;
    private final Spool spool;
    private final Board board;
    private final InstantSource clock;
    private final LongSupplier ticker;
    private final ThreadLocal<Worker> workers = ThreadLocal.withInitial(Worker::new);

    /**
     * The line with its ports.
     *
     * @param ledger records what flows; nothing flows without it
     * @param spool keeps what is not personal until it was delivered
     * @param board the registers' facts
     * @param clock the platform's time
     * @param ticker nanoseconds from any origin, for latency
     */
    public Flow(Ledger ledger, Spool spool, Board board, InstantSource clock, LongSupplier ticker) {
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.spool = requireNonNull(spool, "spool is null");
        this.board = requireNonNull(board, "board is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.ticker = requireNonNull(ticker, "ticker is null");
    }

    /**
     * Takes one reading down the line.
     *
     * @param reading the reading
     * @param route where readings of its kind go
     * @param receipt told when each delivery is safe
     * @return committed: all deliveries are under way; refused: counted, and nobody gets it; unavailable: nothing was done, try again
     */
    public Outcome flow(SlotReading reading, Route route, Receipt receipt) {
        Instant now = clock.instant();
        if (!ledger.open(now.getEpochSecond())) {
            return new Outcome.Unavailable(Reason.LEDGER_DOWN);
        }
        Reason refused = route.classifier().refuse(reading.values(), reading.observedAt(), now);
        route.meter().mark("stripped", route.stripped());
        if (refused != null) {
            route.meter().refused(refused);
            return new Outcome.Refused(refused);
        }
        route.meter().passed();
        Moment moment = moment(reading, route, now);
        for (Binding binding : route.bindings()) {
            mediate(reading, binding, moment, receipt);
        }
        return Outcome.COMMITTED;
    }

    private Moment moment(SlotReading reading, Route route, Instant now) {
        Sheet sheet = board.sheet();
        long optedOut = sheet.optedOut(route.subjects(), route.reader().shape(), reading.values());
        return Moment.of(now, reading.observedAt(), sheet, optedOut);
    }

    private void mediate(SlotReading reading, Binding binding, Moment moment, Receipt receipt) {
        Reason refused = binding.refuse(reading, moment);
        if (refused != null) {
            binding.meter().refused(refused);
            return;
        }
        Worker worker = workers.get();
        worker.take(reading.source(), reading.observedAt());
        Absorber absorber = binding.absorber();
        if (absorber != null) {
            Slots values = binding.plan().orElseThrow().minimise(reading.values(), worker);
            Reason held = worker.refusal();
            Reason missing = binding.isWhole(values) ? held : requireNonNullElse(held, Reason.ABSENT);
            absorbed(binding, missing == null ? absorber.take(reading, values, moment.now()) : missing);
            return;
        }
        Slots observation = minimise(reading, binding, worker);
        if (observation == null) {
            binding.meter().refused(requireNonNullElse(worker.refusal(), Reason.ABSENT));
            return;
        }
        if (reading.simulated()) {
            binding.sample(new SampleSlots(reading.values(), observation));
        }
        deliver(new Parcel(reading.source(), reading.id(), reading.arrivedNanos(), binding, observation, receipt));
    }

    /** A record that is told later, or as part of something: committed when it was taken in, or refused and counted. */
    private static void absorbed(Binding binding, @Nullable Reason refused) {
        if (refused == null) {
            binding.meter().mark("absorbed", 1);
        } else {
            binding.meter().refused(refused);
        }
    }

    /**
     * Tells what flows have gathered and what is due of it. While the ledger can not be written it waits.
     *
     * @param gatherings what flows gather
     */
    public void tell(Gatherings gatherings) {
        gatherings.turn();
        for (Gatherings.Due due = gatherings.next(); due != null; due = gatherings.next()) {
            if (!ledger.open(clock.instant().getEpochSecond())) {
                return;
            }
            gatherings.told();
            tell(due.exit(), due.closed());
        }
    }

    private void tell(Binding exit, Closed closed) {
        GatheredCounts.count(exit.meter(), closed);
        if (closed.isVoid()) {
            ledger.event("window-void", GatheredCounts.ofVoid(exit.flow(), closed));
        }
        Receipt committedBefore = new Receipt(outcome -> {});
        for (Slots row : closed.rows()) {
            ReadingId id = new ReadingId(random.nextLong(), random.nextLong());
            deliver(new Parcel(GATHERED, id, ticker.getAsLong(), exit, row, committedBefore));
        }
    }

    private static @Nullable Slots minimise(SlotReading reading, Binding binding, Worker worker) {
        Plan plan = binding.plan().orElseThrow();
        Slots observation = plan.minimise(reading.values(), worker);
        return worker.refusal() == null && plan.isComplete(observation) ? observation : null;
    }

    private void deliver(Parcel parcel) {
        parcel.receipt.expect();
        switch (parcel.binding.handover()) {
            case LEDGER ->
                ledger.disclose(parcel.binding.flow(), parcel.source, () -> handOver(parcel, Delivery.NOT_SPOOLED));
            case SPOOL ->
                spool.append(
                        parcel.binding.flow().recipient(), parcel.spooled(), position -> handOver(parcel, position));
            case MEMORY -> handOver(parcel, Delivery.NOT_SPOOLED);
        }
    }

    /** INVARIANT: the observation is in the recipient's queue before the receipt is settled: that is the commit point. */
    private void handOver(Parcel parcel, long spoolPosition) {
        parcel.binding.mailbox().offer(parcel.delivery(spoolPosition));
        parcel.binding.meter().permitted(ticker.getAsLong() - parcel.arrivedNanos);
        parcel.receipt.settle();
    }

    /** An observation with all that its delivery needs; lives from minimisation to the commit point. */
    private record Parcel(
            String source, ReadingId id, long arrivedNanos, Binding binding, Slots observation, Receipt receipt) {
        Delivery delivery(long spoolPosition) {
            return new Delivery(binding.terms(), id, observation, spoolPosition);
        }

        byte[] spooled() {
            return Spooled.encode(delivery(Delivery.NOT_SPOOLED), binding.observation());
        }
    }
}
