package sluice.broker.core.recipient;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sluice.app.api.Application;
import sluice.broker.core.flow.Delivery;
import sluice.broker.core.guest.CallWatch;
import sluice.broker.core.guest.GuestWords;
import sluice.broker.core.guest.Notes;
import sluice.broker.core.guest.Platform;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.Store;

/**
 * What stays of an application from one update to the next: its queue, its state, and how identifying all is that it was ever told. The
 * application itself comes and goes as a {@link Tenure}.
 */
public final class Recipient {
    /** After which time a call makes its application stalled. */
    public static final Duration STALLED = Duration.ofSeconds(1);

    /** How long what is in memory only waits for an application that left. */
    public static final Duration AWAY = Duration.ofMinutes(10);

    /** After which time a call is interrupted and its effects discarded. */
    public static final Duration GIVE_UP = Duration.ofSeconds(5);

    private final Platform platform;
    private final String name;
    private final MailQueue queue;
    private final CallWatch watch;
    private final Notes notes = new Notes();
    private final Map<String, Memory> memories = new ConcurrentHashMap<>();
    private volatile String failure = "";
    private volatile boolean waiting;
    private @Nullable Tenure tenure;
    private @Nullable Thread last;
    private @Nullable Instant awaySince;
    private boolean replayed;

    /**
     * A recipient whose application has not arrived yet.
     *
     * @param platform what it works with
     * @param name symbolic name of its bundle
     */
    public Recipient(Platform platform, String name) {
        this.platform = requireNonNull(platform, "platform is null");
        this.name = requireNonNull(name, "name is null");
        this.queue = new MailQueue(this::drop);
        this.watch = new CallWatch(STALLED, GIVE_UP, platform.ticker());
    }

    /**
     * The application arrives; it is asked for its manifest on its own thread, and then bound.
     *
     * @param application the newcomer
     */
    public synchronized void arrive(Application application) {
        Thread before = tenure == null ? last : tenure.end();
        failure = "";
        tenure = new Tenure(platform, this, application, before);
        last = null;
        awaySince = null;
        tenure.begin();
    }

    /**
     * The application leaves; a call that is under way ends first, and nothing of the application is held afterwards.
     *
     * @param application the leaver; ignored if another has arrived meanwhile
     */
    public synchronized void leave(Application application) {
        if (tenure != null && tenure.isOf(application)) {
            last = tenure.end();
            tenure = null;
            awaySince = platform.clock().instant();
        }
    }

    /** Forgets what waits in memory for an application that stays away. */
    public void tick() {
        Instant now = platform.clock().instant();
        if (isAwayFor(now)) {
            queue.expel(delivery -> !delivery.isSpooled(), Reason.WITHDRAWN);
        }
    }

    private synchronized boolean isAwayFor(Instant now) {
        return awaySince != null && awaySince.isBefore(now.minus(AWAY));
    }

    /** Ends with the platform; what it was to be told and was not, is told again or counted as lost. */
    public synchronized void close() {
        if (tenure != null) {
            tenure.end();
            tenure = null;
        }
        queue.close();
    }

    /** Looks at the present call; called by the platform's watchman every few milliseconds. */
    public void watch() {
        watch.check();
    }

    /**
     * As the operator sees it.
     *
     * @return empty while no application is here
     */
    public synchronized Optional<BrokerView.Guest> guest() {
        return tenure == null
                ? Optional.empty()
                : Optional.of(new BrokerView.Guest(name, "application", status(), 0, notes.all()));
    }

    /**
     * How many observations wait.
     *
     * @return 0 or more
     */
    public int queued() {
        return queue.size();
    }

    String name() {
        return name;
    }

    MailQueue queue() {
        return queue;
    }

    CallWatch callWatch() {
        return watch;
    }

    Notes notes() {
        return notes;
    }

    /** What it remembers for a purpose. */
    Memory memory(String purpose) {
        return memories.computeIfAbsent(purpose, any -> new Memory(platform.store(), new Store.Place(name, purpose)));
    }

    /**
     * The most identifying label that it may have been told, for whatever purpose: its code may remember what its state does not, in a static
     * field, and come back with another manifest.
     */
    Label told() {
        return memories.values().stream().map(Memory::told).reduce(Label.NONPERSONAL, Label::max);
    }

    /** The streams that it may have been told of, for whatever purpose. */
    Set<String> streams() {
        return memories.values().stream()
                .flatMap(memory -> memory.streams().stream())
                .collect(Collectors.toSet());
    }

    /** Whether the spool has to be asked for what waited when the platform started; true once. */
    synchronized boolean isFirstReplay() {
        boolean first = !replayed;
        replayed = true;
        return first;
    }

    /** Whether it stands still until the store is back. */
    void waits(boolean forStore) {
        waiting = forStore;
    }

    void failed(Throwable thrown) {
        notes.thrown(thrown);
        failure = GuestWords.classOf(thrown);
    }

    /** A delivery is lost, and counted. */
    void drop(Delivery delivery, Reason reason) {
        platform.meters().of(delivery.terms().flow()).refused(reason);
        consumed(delivery);
    }

    void consumed(Delivery delivery) {
        if (delivery.isSpooled()) {
            platform.spool().consumed(name, delivery.spoolPosition());
        }
    }

    private String status() {
        if (watch.check() != CallWatch.State.QUIET) {
            return "stalled";
        }
        if (waiting) {
            return BrokerView.Guest.WAITING;
        }
        return failure.isEmpty() ? "running" : "failed: " + failure;
    }
}
