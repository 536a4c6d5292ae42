package sluice.broker.core.recipient;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Platform platform;
    private final Recipient recipient;
    private final @Nullable Thread before;
    private final Thread thread;
    private final Calls calls;
    private final Turns turns;
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
        this.calls = new Calls(recipient, platform.clock());
        this.ids = platform.keys().forThread();
        this.publisher = new Publisher(platform, recipient, ids);
        this.turns = new Turns(recipient, calls, publisher);
        this.thread = platform.threads().newThread(this::run);
    }

    void begin() {
        thread.start();
    }

    /** Ends after the present call. Returns the thread, for a successor to wait for. */
    Thread end() {
        ended = true;
        calls.end();
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
                memory().state().open();
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
        calls.plain(() -> {
            hosted = new HostedApplication(guest);
            return Optional.empty();
        });
        return hosted != null;
    }

    private void release() {
        if (hosted != null) {
            settleLast();
            platform.router().leave(this);
            platform.router().close(recipient.name());
        }
        hosted = null;
    }

    /** What was called is carried out, unless that can not be now. */
    private void settleLast() {
        try {
            turns.settle(memory());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            turns.giveBack(memory());
        }
    }

    private void serve() throws InterruptedException {
        while (!ended) {
            Optional<Delivery> next = recipient.queue().poll(turns.isEmpty() ? millisToWake() : 0);
            if (ended) {
                next.ifPresent(recipient.queue()::putBack);
                return;
            }
            step(next);
        }
    }

    /** A defect over one delivery must not end the application. */
    private void step(Optional<Delivery> next) throws InterruptedException {
        try {
            if (next.isPresent()) {
                deliver(next.get());
            }
            wakeUp();
            if (next.isEmpty() || turns.isFull(memory())) {
                turns.settle(memory());
            }
            if (next.isEmpty()) {
                memory().settle();
            }
        } catch (RuntimeException defect) {
            recipient.failed(defect);
        }
    }

    private long millisToWake() {
        Optional<Instant> next = memory().state().nextWake();
        if (next.isEmpty()) {
            return IDLE_MILLIS;
        }
        Duration left = Duration.between(platform.clock().instant(), next.get());
        return left.compareTo(IDLE) > 0 ? IDLE_MILLIS : Math.max(0, left.toMillis());
    }

    private void deliver(Delivery delivery) throws InterruptedException {
        HostedApplication app = requireNonNull(hosted);
        if (!app.accepts(delivery.terms())) {
            turns.settle(memory());
            recipient.drop(delivery, Reason.WITHDRAWN);
            return;
        }
        if (!platform.board().isFree(delivery.terms().flow())) {
            turns.settle(memory());
            recipient.drop(delivery, Reason.FROZEN);
            return;
        }
        ReadingIds own = delivery.isSpooled() ? ids.lasting() : ids.passing();
        ReadingId id = own.forRecipient(delivery.id(), recipient.name());
        Done done = calls.stateful(
                memory().state(),
                app.classes(),
                context -> app.on(delivery, id, context).map(effects -> Prepared.of(effects, with(app))));
        if (done.isOver()) {
            recipient.queue().putBack(delivery);
        } else {
            turns.add(memory(), delivery, done, null);
        }
    }

    private void wakeUp() throws InterruptedException {
        HostedApplication app = requireNonNull(hosted);
        while (!ended) {
            Optional<Instant> due = memory().state().nextWake();
            if (due.isEmpty() || due.get().isAfter(platform.clock().instant())) {
                return;
            }
            Done done = calls.stateful(
                    memory().state(),
                    app.classes(),
                    context -> Optional.of(Prepared.of(app.at(due.get(), context), with(app))));
            if (done.isOver()) {
                return;
            }
            turns.add(memory(), null, done, due.get());
            if (turns.isFull(memory())) {
                turns.settle(memory());
            }
        }
    }

    private Prepared.With with(HostedApplication app) {
        return new Prepared.With(app, memory().state(), publisher);
    }
}
