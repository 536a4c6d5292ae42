package sluice.mqtt.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import sluice.broker.core.port.MqttEndpoint;
import sluice.broker.core.port.MqttSource;
import sluice.broker.core.port.MqttSources;
import sluice.broker.core.port.Subscription;
import sluice.broker.core.port.Trouble;

class MqttServerComponentTest {
    @TempDir
    Path folder;

    private final List<MqttEndpoint> published = new CopyOnWriteArrayList<>();

    @Test
    void the_defaults_are_these() {
        Map<String, Object> defaults = new TreeMap<>();
        for (Method method : MqttServerComponent.Config.class.getDeclaredMethods()) {
            defaults.put(method.getName(), method.getDefaultValue());
        }
        assertThat(defaults)
                .hasSize(14)
                .containsEntry("enabled", true)
                .containsEntry("host", "127.0.0.1")
                .containsEntry("port", 1_883)
                .containsEntry("folder", "${karaf.data}/sluice/mqtt")
                .containsEntry("max_connections", 1_000)
                .containsEntry("max_packet_bytes", 1_100_000)
                .containsEntry("max_waiting_bytes", 33_554_432L)
                .containsEntry("max_topics", 20_000)
                .containsEntry("idle_timeout_seconds", 300)
                .containsEntry("erase_after_seconds", 60)
                .containsEntry("tls_host", "")
                .containsEntry("tls_port", 8_883)
                .containsEntry("tls_keystore", "")
                .containsEntry("tls_keystore_password", "");
    }

    @Test
    void the_endpoint_is_there_while_the_server_runs() throws Exception {
        MqttServerComponent component = component(true, "127.0.0.1", Rig.freePort());
        await().atMost(Duration.ofSeconds(20)).until(() -> !published.isEmpty());
        assertThat(component.troubles()).isEmpty();

        component.deactivate();

        assertThat(published).isEmpty();
    }

    @Test
    void nothing_runs_when_it_is_switched_off() throws Exception {
        MqttServerComponent component = component(false, "127.0.0.1", Rig.freePort());
        assertThat(component.troubles()).isEmpty();
        component.deactivate();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_port_in_use_is_a_trouble_that_says_so() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MqttServerComponent component = component(true, "127.0.0.1", taken.getLocalPort());
            await().until(() -> component.troubles().stream()
                    .map(Trouble::why)
                    .anyMatch(why -> why.contains("127.0.0.1:" + taken.getLocalPort())));
            assertThat(component.troubles()).extracting(Trouble::code).containsExactly("mqtt-server-down");
            component.deactivate();
        }
        assertThat(published).isEmpty();
    }

    @Test
    void a_network_without_tls_is_a_trouble() throws Exception {
        MqttServerComponent component = component(true, "0.0.0.0", Rig.freePort());
        assertThat(component.troubles()).extracting(Trouble::code).contains("mqtt-plain-network");
        component.deactivate();
    }

    @Test
    void a_setting_out_of_range_is_named() {
        assertThatThrownBy(() -> component(true, "127.0.0.1", 0)).hasMessageContaining("`port`");
        assertThatThrownBy(() -> component(true, " ", 1_883)).hasMessageContaining("`host`");
    }

    private MqttServerComponent component(boolean enabled, String host, int port) {
        return new MqttServerComponent(context(), new TestConfig(enabled, host, port), new NoSources());
    }

    /** Remembers what is registered; everything else of a bundle context is not needed here. */
    private BundleContext context() {
        return proxy(BundleContext.class, (method, arguments) -> switch (method.getName()) {
            case "getProperty" -> folder.toString();
            case "registerService" -> {
                MqttEndpoint endpoint = (MqttEndpoint) arguments[1];
                published.add(endpoint);
                yield proxy(ServiceRegistration.class, (call, none) -> published.remove(endpoint) ? null : null);
            }
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private interface Handler {
        @Nullable
        Object call(Method method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> handler.call(method, arguments)));
    }

    private static final class NoSources implements MqttSources {
        @Override
        public List<MqttSource> all() {
            return List.of();
        }

        @Override
        public Subscription onChange(Runnable changed) {
            return () -> {};
        }
    }

    @SuppressWarnings("all") // an annotation type may be implemented, and javac would rather it were not
    private record TestConfig(boolean enabled, String host, int port) implements MqttServerComponent.Config {
        @Override
        public String folder() {
            return "${karaf.data}/sluice/mqtt";
        }

        @Override
        public int max_connections() {
            return 10;
        }

        @Override
        public int max_packet_bytes() {
            return 1_100_000;
        }

        @Override
        public long max_waiting_bytes() {
            return 1 << 20;
        }

        @Override
        public int max_topics() {
            return 100;
        }

        @Override
        public int idle_timeout_seconds() {
            return 60;
        }

        @Override
        public int erase_after_seconds() {
            return 30;
        }

        @Override
        public String tls_host() {
            return "";
        }

        @Override
        public int tls_port() {
            return 8_883;
        }

        @Override
        public String tls_keystore() {
            return "";
        }

        @Override
        public String tls_keystore_password() {
            return "";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return MqttServerComponent.Config.class;
        }
    }
}
