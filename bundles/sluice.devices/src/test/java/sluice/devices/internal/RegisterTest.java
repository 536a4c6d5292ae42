package sluice.devices.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Where;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.DeviceEntry.Siting;
import sluice.broker.core.port.MqttSource;
import sluice.yaml.Mark;
import sluice.yaml.Problem;
import sluice.yaml.Snapshot;
import sluice.yaml.SourceFile;

class RegisterTest {
    private static final String BIN = """
            device: bin-017
            driver: sluice.driver.smartbin
            address: deveui:A8-40-41-00-01-81-AB-CD
            place: {lat: 43.65, lon: -79.38}
            zone: old-town
            owner: waste services
            custody: network operator, Ontario, 7 days
            config: {model: LDDS75, sensorToFloorMm: 1500, ratio: 0.5, on: true, many: [1, 2]}
            """;
    private static final String SECRET = "ab".repeat(32);
    private static final String POST =
            "device: post\ndriver: sluice.lorawan\naddress: http:post\nsecretSha256: \"" + SECRET + "\"\n";
    private static final String HASH = "pbkdf2:210000:c2FsdHNhbHQ=:" + "A".repeat(43) + "=";

    private final RegisterLoader loader = new RegisterLoader();
    private final Map<String, String> files = new TreeMap<>();

    @Test
    void a_device_is_read_with_all_that_its_file_says() {
        files.put("sources/net.yaml", network("net"));
        assertThat(load("devices/bin.yaml", BIN).devices())
                .containsExactly(new DeviceEntry(
                        "bin-017",
                        "sluice.driver.smartbin",
                        List.of("deveui:a84041000181abcd"),
                        new Siting(43.65, -79.38, "old-town", "waste services", "network operator, Ontario, 7 days"),
                        Label.NONPERSONAL,
                        false,
                        "",
                        Map.of(
                                "model",
                                "LDDS75",
                                "sensorToFloorMm",
                                1500L,
                                "ratio",
                                0.5,
                                "on",
                                true,
                                "many",
                                List.of(1L, 2L)),
                        "net",
                        new Where("devices/bin.yaml", 1)));
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "deveui:A8-40-41-00-01-81-AB-CD, deveui:a84041000181abcd",
        "deveui:a8:40:41:00:01:81:ab:cd, deveui:a84041000181abcd",
        "deveui:A84041000181ABCD, deveui:a84041000181abcd",
        "mqtt:north/bin/17, mqtt:north/bin/17",
        "http:cam-1, http:cam-1",
        "deveui:123, ''",
        "deveui:a84041000181abcg, ''",
        "mqtt:a/#, ''",
        "mqtt:+/a, ''",
        "mqtt:$SYS/a, ''",
        "mqtt:, ''",
        "http:a/b, ''",
        "http:../x, ''",
        "coap:a, ''",
    })
    void addresses_have_one_form(String written, String normal) {
        assertThat(Addresses.normal(written).orElse("")).isEqualTo(normal);
    }

    /** Fact sheet, minimisation: what a household's bin says tells who is at home. */
    @ParameterizedTest
    @CsvSource({
        "'', NONPERSONAL",
        "'serves: household', INDIRECT",
        "'raise: DIRECT', DIRECT",
        "'{serves: household, raise: PSEUDONYMOUS}', INDIRECT",
        "'raise: NONPERSONAL', NONPERSONAL",
    })
    void labels_are_raised_and_never_lowered(String extra, Label floor) {
        String lines = extra.replaceAll("[{}]", "").replace(", ", "\n");

        assertThat(load("devices/bin.yaml", BIN + lines).devices())
                .extracting(DeviceEntry::floor)
                .containsExactly(floor);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "device: bin-017 | device: ../x | 1 | `../x` is no device's name; write letters, digits, `-` and `.`",
                "driver: sluice.driver.smartbin | driver: a b | 2 | `a b` is no driver's name; write the symbolic name of the driver's bundle",
                "deveui:A8-40-41-00-01-81-AB-CD | deveui:A8 | 3 | unknown form of address `deveui:A8`; write `deveui:` and 16 hexadecimal digits, `mqtt:` and a topic, or `http:` and an id",
                "deveui:A8-40-41-00-01-81-AB-CD | [] | 3 | `address` must be 1 to 16 addresses, got a list of 0",
                "deveui:A8-40-41-00-01-81-AB-CD | http:cam-1 | 3 | an `http:` address needs `secretSha256`; let `sluice:device-add` make the secret",
                "lat: 43.65 | lat: 143 | 4 | `lat` must be degrees from -90 to 90, got `143`",
                "zone: old-town | zoen: old-town | 5 | unknown key `zoen`; did you mean `zone`?",
                "zone: old-town | serves: houshold | 5 | unknown kind of service `houshold`; did you mean `household`?",
                "zone: old-town | raise: LOW | 5 | unknown label `LOW`; known: `AGGREGATE`, `DEIDENTIFIED`, `DIRECT`, `INDIRECT`, `NONPERSONAL`, `PSEUDONYMOUS`",
                "zone: old-town | secretSha256: open sesame | 5 | `secretSha256` must be 64 hexadecimal digits, never the secret",
                "zone: old-town | simulated: maybe | 5 | `simulated` must be `true` or `false`, got `maybe`",
                "ratio: 0.5 | ratio: | 8 | `ratio` must be a value, got nothing",
            })
    void a_fault_in_a_device_file_is_told_with_its_line_and_help(String old, String fresh, int line, String text) {
        load("devices/bin.yaml", BIN.replace(old, fresh));

        assertThat(problems()).contains("`devices/bin.yaml` line " + line + ": " + text);
    }

    @Test
    void many_devices_stand_in_one_file() {
        load("devices/all.yaml", device("a", "0000000000000001") + "---\n" + device("b", "0000000000000002"));

        assertThat(load().devices()).extracting(DeviceEntry::id).containsExactly("a", "b");
        assertThat(load().byAddress()).containsOnlyKeys("deveui:0000000000000001", "deveui:0000000000000002");
    }

    @Test
    void two_devices_with_one_address_are_both_refused() {
        files.put("sources/net.yaml", network("net"));
        files.put("devices/a.yaml", device("a", "0000000000000001"));
        files.put("devices/b.yaml", device("b", "00-00-00-00-00-00-00-01"));
        files.put("devices/c.yaml", device("c", "0000000000000003"));

        assertThat(load().devices()).extracting(DeviceEntry::id).containsExactly("c");
        assertThat(problems())
                .containsExactly(
                        "`devices/b.yaml` line 1: device `b` has the address `deveui:0000000000000001` of device `a`"
                                + " in `devices/a.yaml` line 1; both are refused");
    }

    @Test
    void two_devices_with_one_id_are_both_refused() {
        files.put("devices/a.yaml", device("a", "0000000000000001"));
        files.put("devices/b.yaml", device("a", "0000000000000002"));

        assertThat(load().devices()).isEmpty();
        assertThat(codes()).containsExactly(DeviceCode.DUPLICATE_DEVICE);
    }

    @Test
    void a_faulty_file_keeps_its_last_good_devices_and_no_other_file_suffers() {
        files.put("sources/net.yaml", network("net"));
        files.put("devices/a.yaml", device("a", "0000000000000001"));
        load();
        files.put("devices/a.yaml", device("a", "0000000000000009") + "zoen: x\n");
        files.put("devices/b.yaml", device("b", "0000000000000002"));

        assertThat(load().byAddress()).containsOnlyKeys("deveui:0000000000000001", "deveui:0000000000000002");
        assertThat(codes()).containsExactly("unknown-key");

        files.remove("devices/a.yaml");
        assertThat(load().byAddress()).containsOnlyKeys("deveui:0000000000000002");
        assertThat(problems()).isEmpty();
    }

    @Test
    void a_folder_that_is_away_takes_no_device_out_of_the_register() {
        files.put("devices/a.yaml", device("a", "0000000000000001"));
        load();
        Snapshot away = new Snapshot(
                List.of(), List.of(new Problem("folder-unreadable", new Mark("/city", 1), "is not there")));

        assertThat(loader.load(away).register().devices()).hasSize(1);
    }

    @Test
    void a_source_is_read() {
        assertThat(load("sources/n.yaml", source("north", "north/") + "durable: true\n")
                        .sources())
                .containsExactly(new MqttSource("north", HASH, "north/", true));
        assertThat(problems()).isEmpty();
    }

    /** Nobody speaks for others by omission. */
    @Test
    void a_source_is_no_network_server_unless_its_file_says_so() {
        files.put("sources/a.yaml", source("a", "a/"));
        files.put("sources/b.yaml", source("b", "b/") + "networkServer: true\n");

        assertThat(load().sources()).extracting(MqttSource::networkServer).containsExactly(false, true);
    }

    @Test
    void a_device_is_behind_the_network_server_that_its_file_names() {
        files.put("sources/a.yaml", network("a"));
        files.put("sources/b.yaml", network("b"));

        assertThat(load("devices/x.yaml", device("x", "0000000000000001") + "source: b\n")
                        .devices())
                .extracting(DeviceEntry::source)
                .containsExactly("b");
        assertThat(problems()).isEmpty();
    }

    @Test
    void a_device_that_says_nothing_is_behind_the_only_network_server() {
        files.put("sources/a.yaml", network("a"));
        files.put("sources/b.yaml", source("b", "b/"));
        files.put("devices/cam.yaml", "device: cam\ndriver: d\naddress: mqtt:b/cam\n");

        assertThat(load("devices/x.yaml", device("x", "0000000000000001")).devices())
                .extracting(DeviceEntry::source)
                .containsExactly("", "a");
        assertThat(problems()).isEmpty();
    }

    /** Any of them could speak for it. */
    @Test
    void where_there_are_several_network_servers_a_device_that_says_nothing_is_behind_none() {
        files.put("sources/a.yaml", network("a"));
        files.put("devices/post.yaml", POST);
        files.put("devices/y.yaml", device("y", "0000000000000002") + "---\n" + device("z", "0000000000000003"));

        assertThat(load().devices()).extracting(DeviceEntry::source).containsOnly("");
        assertThat(problems())
                .containsExactly(
                        "`devices/y.yaml` line 1: device `y` and 1 more without `source`, and there are several"
                                + " network servers; write one of `a`, `post`");
        assertThat(codes()).containsExactly(DeviceCode.NO_SOURCE);
    }

    @Test
    void a_network_server_that_posts_is_one_too() {
        files.put("devices/post.yaml", POST);

        assertThat(load("devices/x.yaml", device("x", "0000000000000001"))
                        .byAddress()
                        .get("deveui:0000000000000001"))
                .extracting(DeviceEntry::source)
                .isEqualTo("post");
    }

    @Test
    void a_device_behind_what_is_no_network_server_is_a_problem() {
        files.put("sources/a.yaml", source("a", "a/"));
        load("devices/x.yaml", device("x", "0000000000000001") + "source: a\n");

        assertThat(problems())
                .containsExactly(
                        "`devices/x.yaml` line 1: device `x` with source `a`, which is no network server; there is"
                                + " none");
        assertThat(load("devices/x.yaml", device("x", "0000000000000001")).devices())
                .extracting(DeviceEntry::source)
                .containsExactly("");
        assertThat(codes()).containsExactly(DeviceCode.UNKNOWN_SOURCE);
    }

    @ParameterizedTest
    @CsvSource({"deveui:0000000000000001, 'a b', bad-name", "mqtt:a/1, a, bad-address"})
    void a_source_that_makes_no_sense_is_refused(String address, String source, String code) {
        String written = "device: x\ndriver: d\naddress: \"%s\"\nsource: %s\n".formatted(address, source);

        assertThat(load("devices/x.yaml", written).devices()).isEmpty();
        assertThat(codes()).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account: north | account: no rth | 1",
                "prefix: north/ | prefix: north | 3",
                "prefix: north/ | prefix: $SYS/ | 3",
                "prefix: north/ | prefix: '#/' | 3",
                "prefix: north/ | prefix: / | 3",
                "password: pbkdf2 | password: hunter2 | 2",
                "210000 | 999 | 2",
                "210000 | 9999999 | 2",
                "c2FsdHNhbHQ= | c2E= | 2",
                "'A=' | = | 2",
            })
    void a_faulty_source_is_refused_and_its_password_not_repeated(String old, String fresh, int line) {
        String written = source("north", "north/").replace(old, fresh);

        assertThat(load("sources/n.yaml", written).sources()).isEmpty();
        assertThat(problems())
                .hasSize(1)
                .first()
                .asString()
                .contains("line " + line)
                .doesNotContain("hunter2");
    }

    /** An account that could publish below another's prefix could speak for its devices. */
    @Test
    void overlapping_prefixes_are_both_refused() {
        files.put("sources/a.yaml", source("a", "city/"));
        files.put("sources/b.yaml", source("b", "city/north/"));
        files.put("sources/c.yaml", source("c", "cityhall/"));

        assertThat(load().sources()).extracting(MqttSource::account).containsExactly("c");
        assertThat(codes()).containsExactly(DeviceCode.OVERLAPPING_PREFIX);
    }

    @Test
    void one_account_with_two_prefixes_is_refused() {
        files.put("sources/a.yaml", source("a", "one/"));
        files.put("sources/b.yaml", source("a", "two/"));

        assertThat(load().sources()).isEmpty();
        assertThat(codes()).containsExactly(DeviceCode.DUPLICATE_ACCOUNT);
    }

    @Test
    void an_http_device_has_its_digest() {
        String camera = "device: cam\ndriver: d\naddress: [http:cam, mqtt:cam/1]\nsecretSha256: \"" + SECRET + "\"\n";

        assertThat(load("devices/cam.yaml", camera).devices())
                .extracting(DeviceEntry::secretSha256)
                .containsExactly(SECRET);
    }

    private static String device(String id, String eui) {
        return "device: %s\ndriver: sluice.driver.smartbin\naddress: \"deveui:%s\"\n".formatted(id, eui);
    }

    private static String source(String account, String prefix) {
        return "account: %s\npassword: %s\nprefix: %s\n".formatted(account, HASH, prefix);
    }

    private static String network(String account) {
        return source(account, account + "/") + "networkServer: true\n";
    }

    private Register load(String name, String content) {
        files.put(name, content);
        return load();
    }

    private Register load() {
        return loader.load(snapshot()).register();
    }

    private List<String> problems() {
        return loader.load(snapshot()).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private List<String> codes() {
        return loader.load(snapshot()).problems().stream().map(Problem::code).toList();
    }

    private Snapshot snapshot() {
        List<SourceFile> sources = new ArrayList<>();
        files.forEach((name, text) -> sources.add(new SourceFile(name, text.getBytes(UTF_8))));
        return new Snapshot(sources, List.of());
    }
}
