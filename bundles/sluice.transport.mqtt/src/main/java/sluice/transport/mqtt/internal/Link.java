package sluice.transport.mqtt.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.port.Inbound;
import sluice.broker.core.port.Intake;
import sluice.broker.core.port.MqttSource;
import sluice.broker.core.port.Outcome;
import sluice.broker.core.port.Trouble;

/**
 * Keeps one of the two sessions connected and subscribed, and brings its messages to the door. Connects, subscribes and closes on a
 * thread of its own; messages come on Paho's.
 */
final class Link implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final String NOT_YET = "not connected yet";
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final long CLOSE_SECONDS = 10;

    private final Target.Kind kind;
    private final Settings settings;
    private final Intake intake;
    private final InstantSource clock;
    private final Backoff backoff;
    private final ScheduledExecutorService worker;
    private final LongAdder received = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder strays = new LongAdder();

    private volatile Filters mine = Filters.NONE;
    private volatile String trouble = NOT_YET;
    private Filters others = Filters.NONE;
    private Optional<Target> target = Optional.empty();
    private long generation;
    private long connectedAt;
    private @Nullable Connection connection;
    private @Nullable ScheduledFuture<?> retry;

    Link(Target.Kind kind, Settings settings, Intake intake, InstantSource clock, Backoff backoff) {
        this.kind = kind;
        this.settings = settings;
        this.intake = intake;
        this.clock = clock;
        this.backoff = backoff;
        String name = "sluice-mqtt-" + kind.name().toLowerCase(Locale.ROOT);
        this.worker = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
    }

    /** The server to use from now on; empty if there is none. */
    void use(Optional<Target> server) {
        post(() -> {
            drop();
            target = server;
            trouble = NOT_YET;
            backoff.reset();
            connect();
        });
    }

    /** The accounts to listen to from now on, and those that the other session listens to. */
    void listen(Filters filters, Filters otherSession) {
        post(() -> {
            Filters before = mine;
            mine = filters;
            others = otherSession;
            Connection open = connection;
            if (open == null) {
                connect();
            } else {
                change(open, before);
            }
        });
    }

    private void change(Connection open, Filters before) {
        try {
            List<String> added = mine.without(before);
            open.unsubscribe(before.without(mine));
            // the server may still know a filter of an account that was away, without its queue
            open.unsubscribe(added);
            open.subscribe(added);
        } catch (MqttException failed) {
            later("a subscription was refused, code " + failed.getReasonCode());
        }
    }

    private void connect() {
        if (target.isEmpty() || mine.isEmpty() || connection != null) {
            return;
        }
        cancelRetry();
        Target server = target.get();
        long attempt = ++generation;
        try {
            Connection opened = Connection.open(
                    server.uri(), server.clientId(kind), server.options(kind, settings), new Door(attempt));
            connection = opened;
            connectedAt = System.nanoTime();
            opened.unsubscribe(others.without(mine));
            opened.subscribe(mine.without(Filters.NONE));
            trouble = "";
            LOG.info("the {} MQTT session is connected to {}", kind, server);
        } catch (MqttException failed) {
            later("can not connect or subscribe, code " + failed.getReasonCode());
        }
    }

    private void lost(long attempt, String why) {
        if (attempt == generation) {
            if (System.nanoTime() - connectedAt > STEADY.toNanos()) {
                backoff.reset();
            }
            later(why);
        }
    }

    private void later(String why) {
        drop();
        Duration wait = backoff.next();
        trouble = why;
        retry = worker.schedule(this::connect, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void drop() {
        cancelRetry();
        generation++;
        Connection old = connection;
        connection = null;
        if (old != null) {
            old.close();
        }
    }

    private void cancelRetry() {
        ScheduledFuture<?> waiting = retry;
        retry = null;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    private void post(Runnable task) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException closed) {
            LOG.debug("the {} session is closed already", kind);
        }
    }

    Optional<Trouble> trouble() {
        String why = trouble;
        return why.isEmpty() || mine.isEmpty()
                ? Optional.empty()
                : Optional.of(new Trouble("mqtt-disconnected", "MQTT session " + kind, why + "; it is tried again"));
    }

    long receivedCount() {
        return received.sum();
    }

    long acknowledgedCount() {
        return acknowledged.sum();
    }

    long strayCount() {
        return strays.sum();
    }

    @Override
    public void close() {
        post(this::drop);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the {} MQTT session did not end within {} s", kind, CLOSE_SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Brings the messages of one connection in. */
    private final class Door implements Connection.Listener {
        private final long attempt;

        Door(long attempt) {
            this.attempt = attempt;
        }

        @Override
        public void message(String topic, MqttMessage message, Consumer<Outcome> settled) {
            received.increment();
            Optional<MqttSource> source = mine.of(topic);
            if (source.isEmpty()) {
                // of an account that left this session a moment ago
                strays.increment();
                settled.accept(Outcome.COMMITTED);
                return;
            }
            intake.accept(inbound(topic, message, source.get()), settled);
        }

        private Inbound inbound(String topic, MqttMessage message, MqttSource source) {
            String type = message.getProperties() == null
                    ? null
                    : message.getProperties().getContentType();
            Inbound inbound = new Inbound(
                    "mqtt", topic, message.getPayload(), clock.instant(), type == null ? "" : type, source.durable());
            return source.networkServer() ? inbound.fromNetworkServer(source.account()) : inbound;
        }

        @Override
        public void acknowledged() {
            acknowledged.increment();
            backoff.reset();
        }

        @Override
        public void lost(String why) {
            post(() -> Link.this.lost(attempt, why));
        }
    }
}
