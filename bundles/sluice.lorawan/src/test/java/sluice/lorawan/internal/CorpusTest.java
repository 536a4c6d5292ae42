package sluice.lorawan.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Envelope.Broken;
import sluice.broker.core.port.Envelope.NetworkEvent;
import sluice.broker.core.port.Envelope.NetworkEvent.Kind;
import sluice.broker.core.port.Envelope.Opened;
import sluice.broker.core.port.Envelope.Uplink;

/** The networks' own examples, where somebody put them beside the project. */
final class CorpusTest {
    private static final String CHIRPSTACK_EXAMPLE = "deveui:0101010101010101";

    @Test
    void the_networks_own_examples_are_opened() throws IOException {
        Path folder = corpus().resolve("lorawan");
        Map<String, Object> expected = expected();
        if (!Files.isDirectory(folder)) {
            System.out.println("corpus lorawan envelopes: ABSENT");
            return;
        }
        int checked = 0;
        for (Map.Entry<String, Object> example : expected.entrySet()) {
            Opened opened = Fixture.http(Files.readString(folder.resolve(example.getKey()), UTF_8));
            assertThat(comparable(opened)).as(example.getKey()).isEqualTo(example.getValue());
            checked++;
        }
        assertThat(substituted(folder))
                .isEqualTo(
                        "deveui:0004a30b001c0530 0x01db260000e20000 port 102 no 13 at 2020-01-15T16:02:10.448769590Z");
        System.out.println("corpus lorawan envelopes: checked " + checked + " of " + expected.size());
    }

    // The Things Stack's example has its EUI crossed out, so that as it stands it is of no device. The rest is checked
    // with an EUI put in.
    private static Map<String, Object> expected() {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("tts_v3_uplink_aws_example.json", new Broken(Reason.MALFORMED));
        expected.put(
                "chirpstack_v4_up.json", CHIRPSTACK_EXAMPLE + " 0xaa port 1 no 0 at 2022-07-18T09:34:15.775023242Z");
        expected.put("chirpstack_v4_join.json", new NetworkEvent(CHIRPSTACK_EXAMPLE, Kind.JOIN));
        expected.put("chirpstack_v4_status.json", new NetworkEvent(CHIRPSTACK_EXAMPLE, Kind.STATUS));
        expected.put("chirpstack_v4_ack.json", new NetworkEvent(CHIRPSTACK_EXAMPLE, Kind.ACKNOWLEDGEMENT));
        return expected;
    }

    private static Object substituted(Path folder) throws IOException {
        String example = Files.readString(folder.resolve("tts_v3_uplink_aws_example.json"), UTF_8);
        String whole = example.replace("\"dev_eui\":\"xxxxxxxxxxxxxxxx\"", "\"dev_eui\":\"0004A30B001C0530\"");
        return comparable(Fixture.mqtt("v3/my-motion-sensors@ttn/devices/my-motion-sensor-1/up", whole));
    }

    private static Object comparable(Opened opened) {
        return opened instanceof Uplink uplink ? shown(uplink) : opened;
    }

    private static String shown(Uplink uplink) {
        return uplink.address() + " 0x"
                + HexFormat.of().formatHex(uplink.frame().payload())
                + " port " + uplink.frame().port().orElseThrow()
                + " no " + uplink.frame().counter().orElseThrow()
                + " at " + uplink.frame().receivedAt();
    }

    private static Path corpus() {
        Path here = Path.of("").toAbsolutePath();
        Path root = Stream.iterate(here, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve(".mvn")))
                .findFirst()
                .orElseThrow();
        String beside = Optional.ofNullable(System.getenv("SLUICE_CORPUS")).orElse("../shared/data");
        return root.resolve(System.getProperty("SLUICE_CORPUS", beside)).normalize();
    }
}
