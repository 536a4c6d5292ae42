package sluice.devices.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.broker.core.model.Label;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.MqttSource;
import sluice.devices.Answer;
import sluice.devices.DeviceDraft;
import sluice.devices.ImportReport;
import sluice.devices.ImportReport.RefusedLine;
import sluice.devices.SourceDraft;
import sluice.yaml.Folders;

class RegistrarTest {
    private static final DeviceDraft BIN = DeviceDraft.of("bin-1", "sluice.driver.smartbin")
            .address("deveui:00-00-00-00-00-00-00-01")
            .place(43.65, -79.38)
            .zone("old-town")
            .owner("waste services")
            .custody("operator: 7 days # really")
            .config("model", "LDDS75")
            .config("sensorToFloorMm", 1500L);
    private static final String HEADER =
            "id,driver,address,lat,lon,zone,owner,custody,serves,simulated,config.model,config.sensorToFloorMm\n";

    @TempDir
    Path folder;

    private DeviceRegistry registry;
    private Registrar registrar;

    @BeforeEach
    void start() {
        registry = new DeviceRegistry(folder, Duration.ofMillis(250));
        registrar = new Registrar(registry, new Secrets(new SecureRandom(), 1_000));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void an_added_device_is_registered_within_a_second_and_told_to_listeners() {
        AtomicInteger changes = new AtomicInteger();
        registry.onChange(changes::incrementAndGet);

        assertThat(registrar.add(BIN)).isEqualTo(new Answer.Done("devices/bin-1.yaml", ""));

        await().atMost(Duration.ofSeconds(1))
                .until(() -> registry.byAddress("deveui:0000000000000001").isPresent());
        assertThat(registry.all()).extracting(DeviceEntry::id).containsExactly("bin-1");
        DeviceEntry device = registry.byAddress("deveui:0000000000000001").orElseThrow();
        assertThat(device.siting().custody()).isEqualTo("operator: 7 days # really");
        assertThat(device.config()).isEqualTo(Map.of("model", "LDDS75", "sensorToFloorMm", 1500L));
        soon().until(() -> changes.get() == 1);
    }

    @Test
    void a_secret_is_shown_once_and_kept_as_a_digest_only() throws IOException {
        Answer.Done done = (Answer.Done)
                registrar.add(DeviceDraft.of("cam-1", "sluice.driver.alpr").address("http:cam-1"));

        assertThat(done.secret()).hasSizeGreaterThanOrEqualTo(43); // 256 bits in base64
        assertThat(done.toString()).doesNotContain(done.secret());
        assertThat(everyFile()).contains(Secrets.digest(done.secret())).doesNotContain(done.secret());
        soon().until(() -> registry.byAddress("http:cam-1")
                .filter(device -> device.secretSha256().equals(Secrets.digest(done.secret())))
                .isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, sluice.driver.smartbin, deveui:0000000000000002, bad-name",
        "bin-2, '', deveui:0000000000000002, wrong-type",
        "bin-2, sluice.driver.smartbin, deveui:2, bad-address",
        "bin-1, sluice.driver.smartbin, deveui:0000000000000002, duplicate-device",
        "bin-2, sluice.driver.smartbin, deveui:0000000000000001, duplicate-address",
    })
    void a_device_that_makes_no_sense_is_declined_and_nothing_written(
            String id, String driver, String address, String code) throws IOException {
        registrar.add(BIN);
        String before = everyFile();

        assertThat(registrar.add(DeviceDraft.of(id, driver).address(address)))
                .isInstanceOfSatisfying(
                        Answer.Declined.class, no -> assertThat(no.code()).isEqualTo(code));
        assertThat(everyFile()).isEqualTo(before);
    }

    @Test
    void a_device_without_an_address_is_declined() {
        assertThat(registrar.add(DeviceDraft.of("x", "d"))).isInstanceOf(Answer.Declined.class);
    }

    @Test
    void a_removed_device_is_gone_and_can_not_be_removed_twice() throws IOException {
        registrar.add(BIN);

        assertThat(registrar.remove("bin-1")).isInstanceOf(Answer.Done.class);
        assertThat(everyFile()).isEmpty();
        assertThat(registrar.remove("bin-1"))
                .isEqualTo(new Answer.Declined(DeviceCode.NO_SUCH_DEVICE, "no sound device file has a device `bin-1`"));
    }

    @Test
    void a_file_with_a_persons_own_lines_is_not_rewritten() throws IOException {
        write("devices/mine.yaml", "# mine\n" + device("a", 1) + "---\n" + device("b", 2));
        String before = everyFile();

        assertThat(registrar.remove("a"))
                .isInstanceOfSatisfying(
                        Answer.Declined.class, no -> assertThat(no.code()).isEqualTo(DeviceCode.HAND_WRITTEN));
        assertThat(importing(HEADER + line("a", 9)).refused())
                .extracting(RefusedLine::code)
                .containsExactly(DeviceCode.HAND_WRITTEN);
        assertThat(everyFile()).isEqualTo(before);
    }

    @Test
    void importing_twice_changes_nothing_the_second_time() throws IOException {
        registrar.addSource(SourceDraft.of("net", "net/").networkServer());
        String csv = HEADER + line("bin-1", 1) + line("bin-2", 2) + line("bin-3", 3);

        assertThat(importing(csv).added()).containsExactly("bin-1", "bin-2", "bin-3");
        String once = everyFile();
        ImportReport second = importing(csv);

        assertThat(second.unchanged()).containsExactly("bin-1", "bin-2", "bin-3");
        assertThat(second.added()).isEmpty();
        assertThat(second.changed()).isEmpty();
        assertThat(second.refused()).isEmpty();
        assertThat(everyFile()).isEqualTo(once);
        soon().until(() -> registry.all().size() == 3);
        assertThat(registry.troubles()).isEmpty();
    }

    @Test
    void an_import_changes_the_device_where_it_is() throws IOException {
        importing(HEADER + line("bin-1", 1) + line("bin-2", 2));

        ImportReport report = importing(HEADER + line("bin-1", 1) + line("bin-2", 7) + line("bin-3", 3));

        assertThat(report.unchanged()).containsExactly("bin-1");
        assertThat(report.changed()).containsExactly("bin-2");
        assertThat(report.added()).containsExactly("bin-3");
        soon().until(() -> registry.byAddress("deveui:0000000000000007").isPresent());
        assertThat(registry.byAddress("deveui:0000000000000002")).isEmpty();
        assertThat(tree()).containsOnlyKeys("devices/bins-001.yaml", "devices/bins-002.yaml");
    }

    @Test
    void a_dry_run_tells_the_same_and_writes_nothing() throws IOException {
        String csv = HEADER + line("bin-1", 1) + "cam,sluice.driver.alpr,http:cam,,,,,,,,,\n" + "bad line\n";

        ImportReport dry = registrar.importCsv(csv(csv), true);
        assertThat(everyFile()).isEmpty();
        assertThat(dry.secrets()).isEmpty();
        ImportReport real = registrar.importCsv(csv(csv), false);

        assertThat(dry.added()).isEqualTo(real.added()).containsExactly("bin-1", "cam");
        assertThat(dry.refused()).isEqualTo(real.refused()).hasSize(1);
    }

    @Test
    void an_import_shows_new_secrets_once_and_keeps_digests() throws IOException {
        String csv = HEADER + "cam,sluice.driver.alpr,http:cam,,,,,,,,,\n";
        String secret = importing(csv).secrets().getOrDefault("cam", "");

        assertThat(everyFile()).contains(Secrets.digest(secret)).doesNotContain(secret);
        assertThat(importing(csv).secrets()).isEmpty();
        assertThat(importing(csv).unchanged()).containsExactly("cam");
        assertThat(everyFile()).contains(Secrets.digest(secret));
    }

    @Test
    void an_import_can_raise_labels_and_not_lower_them() {
        importing(HEADER + "bin-1,d,deveui:0000000000000001,,,,,,household,,,\n");
        soon().until(() -> registry.byAddress("deveui:0000000000000001")
                .filter(device -> device.floor() == Label.INDIRECT)
                .isPresent());

        assertThat(importing(HEADER + line("bin-1", 1)).refused())
                .extracting(RefusedLine::code)
                .containsExactly(DeviceCode.LOWERS_LABEL);
    }

    @Test
    void each_refused_line_is_told_with_its_number_and_keeps_no_other_out() {
        registrar.add(BIN);
        ImportReport report = importing(HEADER
                + line("bin-2", 2)
                + "\n"
                + "bin-3,d,nonsense,,,,,,,,,\n"
                + line("bin-2", 4)
                + line("bin-5", 1)
                + "bin-6,d,deveui:0000000000000006,north,0,,,,,,,\n"
                + "bin-7,d,\"deveui:0000000000000007,,,,,,,,,\n"
                + "bin-8,d\n"
                + line("bin-9", 9));

        assertThat(report.added()).containsExactly("bin-2", "bin-9");
        assertThat(report.refused())
                .extracting(RefusedLine::toString)
                .containsExactly(
                        "line 4: unknown form of address `nonsense`; write `deveui:` and 16 hexadecimal digits, `mqtt:` and a"
                                + " topic, or `http:` and an id; a device has 1 to 16 addresses",
                        "line 5: device `bin-2` stands on an earlier line",
                        "line 6: device `bin-1` has the address `deveui:0000000000000001`",
                        "line 7: `lat` must be degrees from -90 to 90, got `north`",
                        "line 8: line is over 4000 characters, or its quotes do not match",
                        "line 9: line has 2 values for 12 columns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | file is empty; its first line names the columns",
                "id,driver | column `address` is missing",
                "id,driver,address,zoen | unknown column `zoen`; did you mean `zone`?",
                "id,driver,address,id | column `id` stands twice",
                "id,driver,address,config. | unknown column `config.`; known: `address`",
            })
    void a_faulty_header_refuses_the_whole_list(String header, String why) {
        assertThat(importing(header.isEmpty() ? "" : header + "\n").refused())
                .hasSize(1)
                .first()
                .satisfies(line -> assertThat(line.line()).isEqualTo(1))
                .satisfies(line -> assertThat(line.why()).startsWith(why.substring(0, why.length() / 2)));
    }

    @Test
    void a_list_over_its_limits_is_refused_as_a_whole() throws IOException {
        assertThat(importing("x".repeat(10 * 1024 * 1024 + 1)).refused())
                .extracting(RefusedLine::code)
                .containsExactly(DeviceCode.CSV_TOO_LARGE);
        assertThat(importing("id,driver,address\n" + "a,b,c\n".repeat(100_001)).refused())
                .extracting(RefusedLine::code)
                .containsExactly(DeviceCode.CSV_TOO_LARGE);
        Path latin = Files.write(folder.resolve("bins.csv"), new byte[] {'i', 'd', (byte) 0xE9});
        assertThat(registrar.importCsv(latin, false).refused())
                .extracting(RefusedLine::code)
                .containsExactly(DeviceCode.BAD_CSV);
        assertThat(registrar.importCsv(folder.resolve("nowhere.csv"), false).refused())
                .extracting(RefusedLine::code)
                .containsExactly(DeviceCode.BAD_CSV);
    }

    @Test
    void quotes_and_settings_survive_the_way_through_a_list() {
        importing("\uFEFFid,driver,address,owner,config.serial,config.height,config.on\n"
                + "a,d,\"mqtt:x/1; deveui:0000000000000001\",\"Smith, \"\"Bins\"\" & Co: #1\",007,1.5,true\n");

        soon().until(() -> registry.byAddress("mqtt:x/1").isPresent());
        DeviceEntry device = registry.byAddress("deveui:0000000000000001").orElseThrow();
        assertThat(device.siting().owner()).isEqualTo("Smith, \"Bins\" & Co: #1");
        assertThat(device.config()).isEqualTo(Map.of("serial", "007", "height", 1.5, "on", true));
    }

    @Test
    void a_city_of_two_thousand_devices_is_imported_into_few_files() throws IOException {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 2_000; i++) {
            csv.append(line("bin-" + i, i));
        }

        assertThat(importing(csv.toString()).added()).hasSize(2_000);
        assertThat(tree()).hasSize(4);
        soon().until(() -> registry.all().size() == 2_000);
        assertThat(importing(csv.toString()).unchanged()).hasSize(2_000);
    }

    @Test
    void a_list_can_say_which_network_server_speaks_for_a_device() {
        String csv = "id,driver,address,source\nbin-1,d,deveui:0000000000000001,%s\n";
        registrar.addSource(SourceDraft.of("north", "north/").networkServer());
        registrar.addSource(SourceDraft.of("south", "south/").networkServer());

        assertThat(importing(csv.formatted("north")).added()).containsExactly("bin-1");
        assertThat(importing(csv.formatted("north")).unchanged()).containsExactly("bin-1");
        assertThat(importing(csv.formatted("south")).changed()).containsExactly("bin-1");

        soon().until(() -> registry.byAddress("deveui:0000000000000001")
                .filter(device -> device.source().equals("south"))
                .isPresent());
    }

    @Test
    void an_account_is_a_network_server_only_if_it_is_made_one() {
        registrar.addSource(SourceDraft.of("north", "north/").networkServer());
        registrar.addSource(SourceDraft.of("south", "south/").durable());

        soon().until(() -> registry.sources().size() == 2);
        assertThat(registry.sources()).extracting(MqttSource::networkServer).containsExactly(true, false);
    }

    @Test
    void an_accounts_password_is_shown_once_and_kept_as_a_hash_only() throws IOException {
        Answer.Done done = (Answer.Done)
                registrar.addSource(SourceDraft.of("north", "north/").durable());

        assertThat(everyFile()).contains("pbkdf2:1000:").doesNotContain(done.secret());
        SourceRegistry sources = new SourceRegistry(registry);
        soon().until(() -> !sources.all().isEmpty());
        assertThat(sources.all().get(0).prefix()).isEqualTo("north/");
        assertThat(sources.all().get(0).durable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "north, other/, duplicate-account",
        "south, north/, overlapping-prefix",
        "south, north/x/, overlapping-prefix",
        "../south, south/, bad-name",
        "south, south, bad-name",
    })
    void an_account_that_clashes_is_declined(String account, String prefix, String code) throws IOException {
        registrar.addSource(SourceDraft.of("north", "north/"));
        String before = everyFile();

        assertThat(registrar.addSource(SourceDraft.of(account, prefix)))
                .isInstanceOfSatisfying(
                        Answer.Declined.class, no -> assertThat(no.code()).isEqualTo(code));
        assertThat(everyFile()).isEqualTo(before);
    }

    @Test
    void listeners_of_accounts_are_not_told_of_devices() {
        AtomicInteger sources = new AtomicInteger();
        new SourceRegistry(registry).onChange(sources::incrementAndGet);
        registrar.add(BIN);
        soon().until(() -> registry.all().size() == 1);

        assertThat(sources).hasValue(0);
        registrar.addSource(SourceDraft.of("north", "north/"));
        soon().until(() -> sources.get() == 1);
    }

    @Test
    void problems_are_troubles_until_they_are_mended() throws IOException {
        registrar.addSource(SourceDraft.of("net", "net/").networkServer());
        write("devices/a.yaml", device("a", 1) + "zoen: x\n");
        soon().until(() -> !registry.troubles().isEmpty());

        assertThat(registry.part()).isEqualTo("devices");
        assertThat(registry.troubles().get(0).what()).isEqualTo("device file `devices/a.yaml` line 4");
        assertThat(registry.troubles().get(0).why()).isEqualTo("unknown key `zoen`; did you mean `zone`?");

        write("devices/a.yaml", device("a", 1));
        soon().until(() -> registry.troubles().isEmpty());
        assertThat(registry.all()).hasSize(1);
    }

    @Test
    void the_defaults_are_pinned() throws NoSuchMethodException {
        assertThat(DevicesConfig.class.getMethod("folder").getDefaultValue()).isEqualTo("${karaf.etc}/sluice");
        assertThat(DevicesConfig.class.getMethod("poll_millis").getDefaultValue())
                .isEqualTo(250L);
        assertThat(DevicesConfig.class.getMethod("pbkdf2_iterations").getDefaultValue())
                .isEqualTo(210_000);
        assertThat(DevicesConfig.class.getDeclaredMethods()).hasSize(3);
    }

    /** PBKDF2-HMAC-SHA-256 is the JDK's; this pins the form in which the hash is written, against a second derivation. */
    @Test
    void a_hash_can_be_checked_by_anyone_who_knows_the_form() throws GeneralSecurityException {
        String[] parts =
                new Secrets(new SecureRandom(), 1).hash("correct horse").split(":");
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec("correct horse".toCharArray(), salt, 1_000, 256))
                .getEncoded();

        assertThat(parts[0] + ":" + parts[1]).isEqualTo("pbkdf2:1000"); // never fewer
        assertThat(Base64.getDecoder().decode(parts[3])).isEqualTo(hash);
    }

    /** The examples that the distribution brings are what a person starts from. */
    @Test
    void the_shipped_examples_are_sound_once_they_are_filled_in() throws IOException {
        Path shipped = Path.of("../../karaf-distribution/src/main/resources/etc/sluice");
        String device = Files.readString(shipped.resolve("devices/device.yaml.example"));
        String source = Files.readString(shipped.resolve("sources/source.yaml.example"))
                .replace("SALT:HASH", "c2FsdHNhbHQ=:" + "A".repeat(43) + "=");
        write("devices/device.yaml", device);
        write("sources/source.yaml", source);

        soon().until(() -> registry.all().size() == 1 && registry.sources().size() == 1);
        assertThat(registry.troubles()).isEmpty();
        assertThat(Folders.read(shipped, FileEntries.FOLDERS).files()).isEmpty();
    }

    private ImportReport importing(String content) {
        try {
            return registrar.importCsv(csv(content), false);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path csv(String content) throws IOException {
        return Files.writeString(folder.resolve("bins.csv"), content);
    }

    private static String line(String id, int eui) {
        return "%s,sluice.driver.smartbin,deveui:%016x,43.65,-79.38,old-town,waste services,,,true,LDDS75,1500%n"
                .formatted(id, eui);
    }

    private static String device(String id, int eui) {
        return "device: %s\ndriver: sluice.driver.smartbin\naddress: \"deveui:%016x\"\n".formatted(id, eui);
    }

    private String everyFile() throws IOException {
        return String.join("\n", tree().values());
    }

    private Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                if (!path.endsWith("bins.csv")) {
                    tree.put(folder.relativize(path).toString(), Files.readString(path));
                }
            }
        }
        return tree;
    }

    private void write(String name, String content) throws IOException {
        Folders.replace(folder.resolve(name), content.getBytes(UTF_8));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(5));
    }
}
