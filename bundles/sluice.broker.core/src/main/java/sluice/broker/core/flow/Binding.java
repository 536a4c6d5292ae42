package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.Basis;
import sluice.broker.core.plan.Later;
import sluice.broker.core.plan.Plan;
import sluice.broker.core.plan.Request;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.plan.Screens;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.plan.condition.Moment;
import sluice.broker.core.plan.condition.Required;
import sluice.broker.core.plan.condition.Tests;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/**
 * One recipient of a route: the decision about it, made when it was bound, and where its observations go. Holds no class of any bundle.
 */
public final class Binding {
    /** How a delivery becomes safe. */
    enum Handover {
        /** About a person: when its leaf in the ledger is on disk. */
        LEDGER,
        /** Not personal, of a stream that is not: when it is in the spool, on disk. */
        SPOOL,
        /** Anything between: when it is in the recipient's queue, in memory. */
        MEMORY
    }

    private final Why why;
    private final FlowKey flow;
    private final Ruling ruling;
    private final To to;
    private final Shape observation;
    private final Screens screens;
    private final boolean isScreened;
    private final @Nullable Reason denied;
    private final Tests tests;
    private final @Nullable Plan plan;
    private final Meter meter;
    private final Handover handover;
    private final Terms terms;
    private final @Nullable Absorber absorber;
    private volatile @Nullable SampleSlots sample;

    /**
     * Binds a recipient to the readings of one shape; a binding that only counts, if the ruling is a no.
     *
     * @param meter the flow with its counts
     * @param why what was asked, and what the rules say
     * @param from the source's end
     * @param to the recipient's end
     */
    Binding(Meter meter, Why why, From from, To to) {
        this.why = requireNonNull(why, "why is null");
        this.flow = meter.flow();
        this.ruling = why.ruling;
        this.to = requireNonNull(to, "to is null");
        this.meter = meter;
        this.screens = from.screens.linkedTo(from.reading);
        this.isScreened = !screens.isNone();
        this.denied = ruling instanceof Ruling.Denied no ? no.reason() : null;
        if (ruling instanceof Ruling.Permitted permitted) {
            this.observation = permitted.observation();
            this.tests = permitted.required().linkedTo(flow, from.reading, from.board);
            this.plan = Plan.link(permitted, from.reading, observation);
            this.handover = handover(from.stream, permitted.label());
        } else {
            this.observation = why.request.observation();
            this.tests = Required.NOTHING.linkedTo(flow, from.reading, from.board);
            this.plan = null;
            this.handover = Handover.MEMORY;
        }
        this.terms = Terms.of(flow, ruling, observation);
        this.absorber = from.gathering == null ? null : from.gathering.open(from.reading, this);
    }

    /**
     * What a binding was made of. INVARIANT: of equal requests on equal bases, for a record of the same shape and the same queue, equal
     * bindings are made; so one that is there already stays, and nothing is compiled.
     *
     * @param request what was asked
     * @param basis what the ruling depends on
     * @param ruling what the rules say
     */
    record Why(Request request, Basis basis, Ruling ruling) {}

    /** Whether a new binding would be the same as this. */
    boolean isFor(Request request, Basis basis, To recipient) {
        boolean isOpen = absorber == null || absorber.isOpen();
        return isOpen && to.equals(recipient) && why.request.equals(request) && why.basis.equals(basis);
    }

    /**
     * A source's end of a binding.
     *
     * @param reading the shape of its record
     * @param stream the most identifying label of the stream's fields, raised to the source's floor
     * @param screens what holds records of the flow back, with its memory
     * @param board where the registers' facts are
     * @param gathering what the flow gathers; null if its records are told at once
     */
    record From(
            Shape reading,
            Label stream,
            Screens screens,
            Board board,
            @Nullable Gathering gathering) {
        From {
            requireNonNull(reading, "reading is null");
            requireNonNull(stream, "stream is null");
            requireNonNull(screens, "screens is null");
            requireNonNull(board, "board is null");
        }
    }

    /**
     * A recipient's end of a binding.
     *
     * @param alternatives the shapes of the records that it can do with, from most to least exact
     * @param mailbox its queue
     */
    public record To(List<Shape> alternatives, Mailbox mailbox) {
        public To {
            alternatives = List.copyOf(alternatives);
            requireNonNull(mailbox, "mailbox is null");
        }

        /**
         * A recipient that can do with one record.
         *
         * @param observation its shape
         * @param mailbox its queue
         */
        public To(Shape observation, Mailbox mailbox) {
            this(List.of(observation), mailbox);
        }
    }

    /**
     * The permitted plan.
     *
     * @return the plan, or empty if the ruling is a no
     */
    public Optional<Plan> plan() {
        return Optional.ofNullable(plan);
    }

    /**
     * What the rules say.
     *
     * @return the ruling
     */
    public Ruling ruling() {
        return ruling;
    }

    /**
     * Which flow this belongs to.
     *
     * @return stream, purpose, recipient
     */
    public FlowKey flow() {
        return flow;
    }

    /**
     * Decides about one reading: by the ruling, then by its conditions, then by what holds records back. Makes no objects.
     *
     * @param reading the reading, classified
     * @param moment what is the same for all its recipients
     * @return null if the recipient may be told, or why not
     */
    public @Nullable Reason refuse(SlotReading reading, Moment moment) {
        if (denied != null) {
            return denied;
        }
        Reason condition = tests.refuse(reading.values(), moment);
        return condition != null || !isScreened
                ? condition
                : screens.refuse(
                        reading.values(), reading.source(), reading.id().low(), moment.now());
    }

    /** Whose opting out matters, see {@link Tests#subjects}. */
    long subjects() {
        return tests.subjects();
    }

    Shape observation() {
        return observation;
    }

    Mailbox mailbox() {
        return to.mailbox;
    }

    Meter meter() {
        return meter;
    }

    Terms terms() {
        return terms;
    }

    Handover handover() {
        return handover;
    }

    /** Whether values that are told as they are, later, fill the recipient's record; what windows take they see to themselves. */
    boolean isWhole(Slots values) {
        boolean isOfWindows =
                ruling instanceof Ruling.Permitted permitted && permitted.later() instanceof Later.Windows;
        return isOfWindows || plan != null && plan.isComplete(values);
    }

    /** The way into what is gathered; null if records are told at once. */
    @Nullable
    Absorber absorber() {
        return absorber;
    }

    void sample(SampleSlots last) {
        sample = last;
    }

    /**
     * The last record of a simulated device.
     *
     * @return before and after, or empty if none came
     */
    Optional<SampleSlots> sample() {
        return Optional.ofNullable(sample);
    }

    /** Only what comes from a stream without personal information, and says nothing personal itself, may rest on a disk. */
    private static Handover handover(Label stream, Label observation) {
        if (observation.isPersonLevel()) {
            return Handover.LEDGER;
        }
        return stream.max(observation) == Label.NONPERSONAL ? Handover.SPOOL : Handover.MEMORY;
    }
}
