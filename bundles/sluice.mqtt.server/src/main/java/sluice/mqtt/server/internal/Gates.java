package sluice.mqtt.server.internal;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.port.MqttSource;

/** What all gates share: the rules, the counts, and each other. */
final class Gates {
    private static final Logger LOG = LoggerFactory.getLogger(Gates.class);

    private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);

    private final ClientIds clientIds = new ClientIds();
    private final Set<Gate> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<Integer>> topics = new ConcurrentHashMap<>();
    private final Accounts accounts;
    private final Mailboxes mailboxes;
    private final Tide tide;
    private final Refusals refusals;
    private final Settings.Limits limits;
    private final Executor verifier;
    private volatile boolean closing;

    /** Accounts, mailboxes and tide of one server. */
    record Rules(Accounts accounts, Mailboxes mailboxes, Tide tide) {}

    Gates(Rules rules, Refusals refusals, Settings.Limits limits, Executor verifier) {
        this.accounts = rules.accounts();
        this.mailboxes = rules.mailboxes();
        this.tide = rules.tide();
        this.refusals = refusals;
        this.limits = limits;
        this.verifier = verifier;
    }

    Accounts accounts() {
        return accounts;
    }

    Tide tide() {
        return tide;
    }

    Refusals refusals() {
        return refusals;
    }

    Settings.Limits limits() {
        return limits;
    }

    /** Where passwords are checked: it takes long, so not on a connection's thread. */
    Executor verifier() {
        return verifier;
    }

    void add(Gate gate) {
        open.add(gate);
    }

    void remove(Gate gate) {
        open.remove(gate);
    }

    ClientIds clientIds() {
        return clientIds;
    }

    /** Whether somebody may not come in; slow, so not on a connection's thread. */
    Optional<Refusal> refusal(MqttConnectMessage connect) {
        if (connect.variableHeader().properties().getProperty(MqttPropertyType.AUTHENTICATION_METHOD.value()) != null) {
            return Optional.of(Refusal.AUTHENTICATION);
        }
        String name = connect.payload().userName();
        byte[] password = connect.payload().passwordInBytes();
        if (name == null || password == null || !accounts.verify(name, new String(password, StandardCharsets.UTF_8))) {
            return Optional.of(Refusal.WRONG_PASSWORD);
        }
        String id = connect.payload().clientIdentifier();
        if (!Accounts.mayUseClientId(name, id)) {
            return Optional.of(Refusal.CLIENT_ID);
        }
        boolean foreignWill = connect.variableHeader().isWillFlag()
                && !accounts.maySend(name, connect.payload().willTopic());
        return foreignWill ? Optional.of(Refusal.FOREIGN_WILL) : Optional.empty();
    }

    boolean hasRoomFor(MqttSource source) {
        return !closing && !tide.isHigh() && mailboxes.isOpen(source);
    }

    /** Artemis keeps some memory for each topic that it ever saw. */
    boolean isWithinTopics(String account, String topic) {
        Set<Integer> seen = topics.computeIfAbsent(account, name -> ConcurrentHashMap.newKeySet());
        return seen.contains(topic.hashCode()) || (seen.size() < limits.topics() && seen.add(topic.hashCode()));
    }

    /** Lets nothing more in, waits for what is on its way, and closes every connection. */
    void close() throws InterruptedException {
        closing = true;
        long end = System.nanoTime() + CLOSE_WAIT.toNanos();
        awaitUntil(end, tide::isNothingOnTheWay);
        open.forEach(Gate::close);
        awaitUntil(end, open::isEmpty);
    }

    private static void awaitUntil(long end, BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }

    /** The platform reads accounts' prefixes and nothing else; the account may have been added a moment ago. */
    boolean maySubscribe(List<MqttTopicSubscription> filters) {
        try {
            mailboxes.reconcile();
        } catch (Exception unprepared) {
            LOG.warn(
                    "a subscription is refused, as its queue can not be made: {}",
                    unprepared.getClass().getName());
            return false;
        }
        return filters.stream().allMatch(filter -> mailboxes.isMailbox(filter.topicFilter()));
    }

    /** Accounts changed: whoever is connected under one that is not as it was has to connect again. */
    void recheck() {
        topics.keySet()
                .retainAll(accounts.all().stream().map(MqttSource::account).toList());
        open.forEach(Gate::recheck);
    }
}
