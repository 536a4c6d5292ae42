package sluice.mqtt.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a well-behaved device and the platform can do. */
class MqttServerTest {
    @TempDir
    Path folder;

    Rig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new Rig(folder);
    }

    @AfterEach
    void stop() throws MqttException {
        rig.close();
    }

    @Test
    void a_version_5_device_reaches_the_platform() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        MqttAsyncClient device = rig.device("bins", "bin-1");

        Rig.publish(device, "bins/app/1", "hello");

        platform.awaitCount(1);
        assertThat(platform.topics).containsExactly("bins/app/1");
        assertThat(platform.payloads).containsExactly("hello");
    }

    @Test
    void a_version_3_device_reaches_the_platform() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);

        try (MqttClient device = rig.version3("bins", "bin-3")) {
            device.publish("bins/app/3", "hello".getBytes(StandardCharsets.UTF_8), 1, false);
            device.publish("bins/app/3", "twice".getBytes(StandardCharsets.UTF_8), 2, false);
            device.publish("bins/app/3", "never mind".getBytes(StandardCharsets.UTF_8), 0, false);
            platform.awaitCount(3);
            device.disconnect();
        }

        assertThat(platform.payloads).containsExactly("hello", "twice", "never mind");
    }

    @Test
    void a_platform_that_did_not_acknowledge_gets_it_again_in_order() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", false);
        MqttAsyncClient device = rig.device("bins", "bin-1");
        for (int i = 0; i < 20; i++) {
            Rig.publish(device, "bins/app/1", "m" + i);
        }
        platform.awaitCount(20);
        platform.client.disconnectForcibly(0, 500, false);

        Rig.Platform again = rig.platform("bins/#", true);

        again.awaitCount(20);
        assertThat(again.payloads).containsExactlyElementsOf(platform.payloads);
    }

    @Test
    void a_port_in_use_is_an_error_and_leaves_nothing_behind() {
        Exception error = catchThrowableOfType(
                Exception.class,
                () -> MqttServer.start(
                        new Settings("127.0.0.1", rig.settings.port(), folder.resolve("other"), rig.settings.limits()),
                        List.of(),
                        rig.refusals));

        assertThat(error).isNotNull();
    }
}
