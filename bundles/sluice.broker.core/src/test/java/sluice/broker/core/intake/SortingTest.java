package sluice.broker.core.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.Where;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.Devices;
import sluice.broker.core.port.Envelope;
import sluice.broker.core.port.Envelope.NetworkEvent;
import sluice.broker.core.port.Inbound;
import sluice.broker.core.port.Intake;
import sluice.broker.core.port.Subscription;
import sluice.driver.spi.Frame;

/** Who may speak for whom (design 6, wire: an account owns a topic prefix, one device or one network server). */
class SortingTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private final Town devices = new Town();
    private final Sorting sorting = new Sorting(devices);

    @BeforeEach
    void register() {
        devices.add("bin-1", "deveui:1", "north");
        devices.add("bin-2", "deveui:2", "south");
        devices.add("bin-3", "deveui:3", "");
        devices.add("plain", "mqtt:plain/level", "");
        devices.add("post", DeviceEntry.NETWORK_SERVER, "http:post", "");
        devices.add("bin-4", "deveui:4", "post");
        devices.add("cam", "http:cam", "");
        sorting.add(new Letter());
    }

    @Test
    void a_network_server_speaks_for_a_device_behind_it() {
        assertThat(device(mqtt("up 1").fromNetworkServer("north"))).isEqualTo("bin-1");
    }

    @Test
    void a_network_server_speaks_for_no_device_behind_another() {
        assertThat(reason(mqtt("up 2").fromNetworkServer("north"))).isEqualTo(Reason.WRONG_SOURCE);
    }

    @Test
    void no_network_server_speaks_for_a_device_that_is_behind_none() {
        assertThat(reason(mqtt("up 3").fromNetworkServer("north"))).isEqualTo(Reason.WRONG_SOURCE);
    }

    @Test
    void who_is_no_network_server_speaks_for_no_other_device() {
        assertThat(reason(mqtt("up 1"))).isEqualTo(Reason.WRONG_SOURCE);
    }

    /** Even a broken envelope is one, and nobody is told more of it than that. */
    @Test
    void a_broken_envelope_of_who_is_no_network_server_is_a_wrong_source_too() {
        assertThat(reason(mqtt("broken"))).isEqualTo(Reason.WRONG_SOURCE);
        assertThat(reason(mqtt("broken").fromNetworkServer("north"))).isEqualTo(Reason.MALFORMED);
    }

    /** A join starts a device's counter again, so that old frames would count as new ones. */
    @Test
    void nobody_but_its_network_server_says_that_a_device_joined() {
        assertThat(sorting.of(mqtt("JOIN 1").fromNetworkServer("north")))
                .isInstanceOfSatisfying(
                        Sorted.Joined.class,
                        joined -> assertThat(joined.device().id()).isEqualTo("bin-1"));
        assertThat(reason(mqtt("JOIN 1").fromNetworkServer("south"))).isEqualTo(Reason.WRONG_SOURCE);
        assertThat(reason(mqtt("JOIN 1"))).isEqualTo(Reason.WRONG_SOURCE);
    }

    @ParameterizedTest
    @EnumSource(
            value = NetworkEvent.Kind.class,
            names = {"STATUS", "ACKNOWLEDGEMENT", "OTHER"})
    void what_a_network_says_besides_carries_nothing(NetworkEvent.Kind kind) {
        assertThat(reason(mqtt(kind + " 1").fromNetworkServer("north"))).isEqualTo(Reason.NO_DATA);
        assertThat(reason(mqtt(kind + " 1").fromNetworkServer("south"))).isEqualTo(Reason.WRONG_SOURCE);
        assertThat(reason(mqtt(kind + " 99").fromNetworkServer("north"))).isEqualTo(Reason.NO_DATA);
    }

    @Test
    void a_device_at_a_topic_of_its_own_is_heard_from_any_account_that_may_publish_there() {
        Inbound own = new Inbound("mqtt", "plain/level", "12".getBytes(UTF_8), NOW, "", false);
        assertThat(device(own)).isEqualTo("plain");
        assertThat(device(own.fromNetworkServer("north"))).isEqualTo("plain");
    }

    /** Its frame may look like an envelope; it is the device's own all the same. */
    @Test
    void what_a_device_sends_at_its_own_topic_is_never_opened() {
        assertThat(device(new Inbound("mqtt", "plain/level", "up 1".getBytes(UTF_8), NOW, "", false)))
                .isEqualTo("plain");
    }

    @Test
    void over_http_a_network_server_is_a_device_of_its_own() {
        assertThat(device(http("post", "up 4"))).isEqualTo("bin-4");
        assertThat(reason(http("post", "up 1"))).isEqualTo(Reason.WRONG_SOURCE);
        assertThat(reason(http("post", "nothing known"))).isEqualTo(Reason.UNKNOWN_MESSAGE);
        assertThat(device(http("cam", "up 4"))).isEqualTo("cam");
    }

    /** What a transport claims does not count where the register knows better. */
    @Test
    void over_http_no_claim_makes_a_device_a_network_server() {
        assertThat(device(http("cam", "up 1").fromNetworkServer("north"))).isEqualTo("cam");
    }

    @Test
    void nobody_knows_a_stranger() {
        assertThat(reason(mqtt("12"))).isEqualTo(Reason.UNKNOWN_DEVICE);
        assertThat(reason(mqtt("12").fromNetworkServer("north"))).isEqualTo(Reason.UNKNOWN_DEVICE);
        assertThat(reason(mqtt("up 99").fromNetworkServer("north"))).isEqualTo(Reason.UNKNOWN_DEVICE);
    }

    @Test
    void what_is_too_long_is_not_looked_into() {
        byte[] longest = new byte[Intake.MAX_PAYLOAD + 1];
        assertThat(reason(new Inbound("mqtt", "plain/level", longest, NOW, "", false)))
                .isEqualTo(Reason.OVERSIZED);
    }

    private String device(Inbound message) {
        return ((Sorted.To) sorting.of(message)).device().id();
    }

    private Reason reason(Inbound message) {
        return ((Sorted.Nowhere) sorting.of(message)).reason();
    }

    private static Inbound mqtt(String text) {
        return new Inbound("mqtt", "some/topic", text.getBytes(UTF_8), NOW, "", false);
    }

    private static Inbound http(String device, String text) {
        return new Inbound("http", device, text.getBytes(UTF_8), NOW, "", false);
    }

    /** An envelope of two words: {@code up 1}, {@code JOIN 1}, or {@code broken}. */
    private static final class Letter implements Envelope {
        @Override
        public Opened open(Inbound message) {
            String[] words = new String(message.payload(), UTF_8).split(" ");
            if (words[0].equals("broken")) {
                return new Broken(Reason.MALFORMED);
            }
            if (words[0].equals("up")) {
                return new Uplink("deveui:" + words[1], Frame.of(new byte[] {1}, message.receivedAt()));
            }
            return List.of(NetworkEvent.Kind.values()).stream()
                    .filter(kind -> kind.name().equals(words[0]))
                    .findFirst()
                    .<Opened>map(kind -> new NetworkEvent("deveui:" + words[1], kind))
                    .orElse(NOT_MINE);
        }
    }

    private static final class Town implements Devices {
        private final Map<String, DeviceEntry> byAddress = new TreeMap<>();

        void add(String id, String address, String source) {
            add(id, "driver.any", address, source);
        }

        void add(String id, String driver, String address, String source) {
            DeviceEntry entry = new DeviceEntry(
                    id,
                    driver,
                    List.of(address),
                    DeviceEntry.Siting.UNKNOWN,
                    Label.NONPERSONAL,
                    false,
                    "",
                    Map.of(),
                    new Where("devices/town.yaml", 1));
            byAddress.put(address, entry.behind(source));
        }

        @Override
        public Optional<DeviceEntry> byAddress(String address) {
            return Optional.ofNullable(byAddress.get(address));
        }

        @Override
        public Collection<DeviceEntry> all() {
            return byAddress.values();
        }

        @Override
        public Subscription onChange(Runnable changed) {
            return () -> {};
        }
    }
}
