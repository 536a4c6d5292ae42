package sluice.broker.core.recipient;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sluice.app.api.Application;
import sluice.broker.core.flow.Binding;
import sluice.broker.core.flow.Delivery;
import sluice.broker.core.flow.IdKeys;
import sluice.broker.core.flow.ReadingId;
import sluice.broker.core.flow.ReadingIds;
import sluice.broker.core.flow.Subscriber;
import sluice.broker.core.guest.Platform;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.Ruling;

/**
 * One application from its arrival to its leaving, on a thread of its own: asks for the manifest, binds, replays what the spool kept, and then
 * gives it one observation or wake-up after the other.
 */
final class Tenure implements Subscriber {
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final long IDLE_MILLIS = IDLE.toMillis();
    private static final int MAX_WAKES = 10_000;

    private final Platform platform;
    private final Recipient recipient;
    private final @Nullable Thread before;
    private final Thread thread;
    private final NavigableSet<Instant> wakes = new TreeSet<>();
    private final IdKeys.PerThread ids;
    private final Publisher publisher;
    private volatile @Nullable Application application;
    private volatile boolean ended;
    private @Nullable HostedApplication hosted;

    Tenure(Platform platform, Recipient recipient, Application application, @Nullable Thread before) {
        this.platform = requireNonNull(platform, "platform is null");
        this.recipient = requireNonNull(recipient, "recipient is null");
        this.application = requireNonNull(application, "application is null");
        this.before = before;
        this.ids = platform.keys().forThread();
        this.publisher = new Publisher(platform, recipient, ids);
        this.thread = platform.threads().newThread(this::run);
    }

    void begin() {
        thread.start();
    }

    /** Ends after the present call. Returns the thread, for a successor to wait for. */
    Thread end() {
        ended = true;
        application = null;
        recipient.queue().wake();
        return thread;
    }

    boolean isOf(Application candidate) {
        return application == candidate;
    }

    @Override
    public String recipient() {
        return recipient.name();
    }

    @Override
    public String purpose() {
        return requireNonNull(hosted).purpose();
    }

    @Override
    public Map<String, Binding.To> needs() {
        return requireNonNull(hosted).needs(recipient.queue());
    }

    @Override
    public void bound(Ruling.Permitted permitted, Set<String> streams) {
        memory().bound(permitted, streams);
    }

    private void run() {
        try {
            if (before != null) {
                before.join();
            }
            if (host()) {
                new Replay(platform, recipient, this, requireNonNull(hosted)).run();
                platform.router().join(this);
                serve();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            release();
        }
    }

    private Memory memory() {
        return recipient.memory(purpose());
    }

    private boolean host() {
        Application guest = application;
        if (guest == null || ended) {
            return false;
        }
        call(() -> {
            hosted = new HostedApplication(guest);
            return Optional.empty();
        });
        return hosted != null;
    }

    private void release() {
        if (hosted != null) {
            platform.router().leave(this);
            platform.router().close(recipient.name());
        }
        hosted = null;
    }

    private void serve() throws InterruptedException {
        while (!ended) {
            Optional<Delivery> next = recipient.queue().poll(millisToWake());
            if (ended) {
                next.ifPresent(recipient.queue()::putBack);
                return;
            }
            step(next);
        }
    }

    /** A defect over one delivery must not end the application. */
    private void step(Optional<Delivery> next) {
        try {
            next.ifPresent(this::deliver);
            wakeUp();
        } catch (RuntimeException defect) {
            recipient.failed(defect);
        }
    }

    private long millisToWake() {
        if (wakes.isEmpty()) {
            return IDLE_MILLIS;
        }
        Duration left = Duration.between(platform.clock().instant(), wakes.first());
        return left.compareTo(IDLE) > 0 ? IDLE_MILLIS : Math.max(0, left.toMillis());
    }

    private void deliver(Delivery delivery) {
        HostedApplication app = requireNonNull(hosted);
        if (!app.accepts(delivery.terms())) {
            recipient.drop(delivery, Reason.WITHDRAWN);
            return;
        }
        if (!platform.board().isFree(delivery.terms().flow())) {
            recipient.drop(delivery, Reason.FROZEN);
            return;
        }
        ReadingIds own = delivery.isSpooled() ? ids.lasting() : ids.passing();
        ReadingId id = own.forRecipient(delivery.id(), recipient.name());
        CallContext context = context(app);
        Done done = call(() -> app.on(delivery, id, context).map(effects -> Prepared.of(effects, with(app))));
        context.end();
        if (done.reason != null) {
            recipient.drop(delivery, done.reason);
        } else {
            carryOut(done.prepared);
            recipient.consumed(delivery);
        }
    }

    private void wakeUp() {
        HostedApplication app = requireNonNull(hosted);
        while (!ended
                && !wakes.isEmpty()
                && !wakes.first().isAfter(platform.clock().instant())) {
            Instant due = requireNonNull(wakes.pollFirst());
            CallContext context = context(app);
            Done done = call(() -> Optional.of(Prepared.of(app.at(due, context), with(app))));
            context.end();
            carryOut(done.prepared);
        }
    }

    private Prepared.With with(HostedApplication app) {
        return new Prepared.With(app, memory().state(), publisher);
    }

    private CallContext context(HostedApplication app) {
        Instant now = platform.clock().instant();
        memory().expire(now);
        return new CallContext(now, memory().state(), app.classes());
    }

    private void carryOut(@Nullable Prepared prepared) {
        if (prepared == null) {
            return;
        }
        Instant now = platform.clock().instant();
        prepared.puts().forEach(put -> memory().state().put(put.key(), put.shape(), put.values(), now));
        prepared.deletes().forEach(memory().state()::delete);
        prepared.notes().forEach(note -> recipient.notes().note(note.code(), note.value()));
        prepared.wakes().stream().filter(due -> wakes.size() < MAX_WAKES).forEach(wakes::add);
        prepared.publishes().forEach(publisher::publish);
    }

    /** The one gate to foreign code: timed, and whatever comes out of it is a value. */
    private Done call(ForeignCall foreign) {
        Done done;
        recipient.callWatch().enter();
        try {
            done = foreign.call().map(Done::well).orElseGet(() -> Done.not(Reason.TYPE_MISMATCH));
        } catch (Throwable thrown) {
            recipient.failed(thrown);
            done = Done.not(Reason.RECIPIENT_FAILED);
        }
        return recipient.callWatch().leave() ? done : Done.not(Reason.RECIPIENT_STALLED);
    }

    @FunctionalInterface
    private interface ForeignCall {
        Optional<Prepared> call() throws Throwable;
    }

    private record Done(
            @Nullable Prepared prepared, @Nullable Reason reason) {
        static Done well(Prepared prepared) {
            return new Done(prepared, null);
        }

        static Done not(Reason reason) {
            return new Done(null, reason);
        }
    }
}
