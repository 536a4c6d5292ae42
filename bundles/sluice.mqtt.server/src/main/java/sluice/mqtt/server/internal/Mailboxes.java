package sluice.mqtt.server.internal;

import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.PostOffice;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.MqttSource;

/**
 * Where messages wait for the platform: one address per account, named by the filter {@code PREFIX#}, and on it the platform's queue.
 *
 * <p>INVARIANT: a queue keeps its messages on disk only if the account's source says so. Artemis would make every MQTT 5 subscription
 * durable.
 */
final class Mailboxes implements ActiveMQServerQueuePlugin {
    private final Accounts accounts;
    private @Nullable ActiveMQServer server;
    private volatile @Nullable PostOffice post;

    Mailboxes(Accounts accounts) {
        this.accounts = accounts;
    }

    static String address(MqttSource source) {
        return source.prefix() + "#";
    }

    /** Nobody but this class makes addresses, so whatever is named like a mailbox is one, or was. */
    static boolean isNamedLikeOne(String address) {
        return address.endsWith("/#");
    }

    boolean isMailbox(String address) {
        return source(address).isPresent();
    }

    @Override
    public void beforeCreateQueue(QueueConfiguration queue) {
        if (isOurs(queue.getName())) {
            queue.setDurable(mayRest(queue.getAddress().toString()));
        }
    }

    /** Whether there is a queue to take this account's messages; without one Artemis would acknowledge and drop them. */
    boolean isOpen(MqttSource source) {
        PostOffice office = post;
        try {
            return office != null
                    && !office.listQueuesForAddress(SimpleString.of(address(source)))
                            .isEmpty();
        } catch (Exception closing) {
            return false;
        }
    }

    /**
     * Brings addresses and queues in line with the accounts, on the server's start and at each change. The address of an account that is
     * gone stays, without a queue that rests: a session that still subscribes to it could not be resumed otherwise.
     */
    synchronized void reconcile(ActiveMQServer running) throws Exception {
        server = running;
        reconcile();
    }

    /** Gives whether a queue that rested on disk was taken away. */
    synchronized boolean reconcile() throws Exception {
        ActiveMQServer running = server;
        if (running == null) {
            return false;
        }
        boolean emptied = false;
        for (Queue queue : queues(running)) {
            String address = queue.getAddress().toString();
            if (!isMailbox(address) || queue.isDurable() != mayRest(address)) {
                emptied |= queue.isDurable();
                running.destroyQueue(queue.getName(), null, false);
            }
        }
        for (MqttSource source : accounts.all()) {
            running.addOrUpdateAddressInfo(new AddressInfo(SimpleString.of(address(source)), RoutingType.MULTICAST));
        }
        post = running.getPostOffice();
        return emptied;
    }

    /** How many messages have left the queues that rest on disk, since the server started. */
    synchronized long settledCount() {
        ActiveMQServer running = server;
        return running == null
                ? 0
                : queues(running).stream()
                        .filter(Queue::isDurable)
                        .mapToLong(queue -> queue.getMessagesAcknowledged() + queue.getMessagesKilled())
                        .sum();
    }

    private static List<Queue> queues(ActiveMQServer running) {
        return running.getPostOffice()
                .getAllBindings()
                .filter(QueueBinding.class::isInstance)
                .map(binding -> ((QueueBinding) binding).getQueue())
                .filter(queue -> isOurs(queue.getName()))
                .toList();
    }

    /** Artemis' own queues (what sessions subscribe to) start with a dollar and hold no message of a device. */
    private static boolean isOurs(SimpleString queue) {
        return !queue.toString().startsWith("$");
    }

    private boolean mayRest(String address) {
        return source(address).map(MqttSource::durable).orElse(false);
    }

    private Optional<MqttSource> source(String address) {
        return accounts.all().stream()
                .filter(source -> address(source).equals(address))
                .findFirst();
    }
}
