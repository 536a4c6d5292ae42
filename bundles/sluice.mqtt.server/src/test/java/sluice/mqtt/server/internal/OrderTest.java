package sluice.mqtt.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frame counter that comes after a later one is refused as out of order, so an order that is lost here is a reading that is lost. */
final class OrderTest {
    private static final int SENDERS = 16;
    private static final int MESSAGES = 500;

    @Test
    void messages_of_a_topic_come_in_the_order_in_which_they_were_acknowledged(@TempDir Path folder) throws Exception {
        try (Rig rig = new Rig(folder)) {
            Rig.Platform platform = rig.platform("bins/#", true);
            ExecutorService load = Executors.newFixedThreadPool(SENDERS);
            List<Future<?>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                String topic = "bins/" + sender;
                MqttAsyncClient client = rig.device("bins", "sender-" + sender);
                senders.add(load.submit(() -> {
                    for (int i = 0; i < MESSAGES; i++) {
                        Rig.publish(client, topic, Integer.toString(i));
                    }
                    return topic;
                }));
            }
            for (Future<?> sender : senders) {
                sender.get();
            }
            load.shutdown();

            platform.awaitCount(SENDERS * MESSAGES);

            Map<String, Integer> next = new HashMap<>();
            for (int i = 0; i < platform.payloads.size(); i++) {
                int number = Integer.parseInt(platform.payloads.get(i));
                assertThat(number).isEqualTo(next.getOrDefault(platform.topics.get(i), 0));
                next.put(platform.topics.get(i), number + 1);
            }
        }
    }
}
