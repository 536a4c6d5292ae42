package sluice.operator.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.impl.action.command.DefaultActionPreparator;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.port.Ledger.Verification;
import sluice.devices.Answer;
import sluice.devices.DeviceDraft;
import sluice.devices.DeviceRegistrar;
import sluice.devices.ImportReport;
import sluice.devices.SourceDraft;
import sluice.operator.internal.FakeLedger;
import sluice.operator.internal.FakePlatform;

class CommandsTest {
    private final FakePlatform platform = FakePlatform.healthy();
    private final FakeRegistrar registrar = new FakeRegistrar();

    CommandsTest() {
        platform.registrar = registrar;
    }

    @Test
    void a_device_is_drafted_as_it_was_typed() throws Exception {
        String options = "--zone old-town --lat 43.65 --lon -79.38 --raise INDIRECT --simulated"
                + " --config heightCm=120 --config tilt=true --config serial=007 ";
        String arguments = "bin-1 sluice.driver.smartbin deveui:0101010101010101 mqtt:bins/1";
        run(deviceAdd(), (options + arguments).split(" "));
        Map<String, Object> document = registrar.draft().document();
        assertThat(document)
                .containsEntry("device", "bin-1")
                .containsEntry("driver", "sluice.driver.smartbin")
                .containsEntry("address", List.of("deveui:0101010101010101", "mqtt:bins/1"))
                .containsEntry("zone", "old-town")
                .containsEntry("place", Map.of("lat", 43.65, "lon", -79.38))
                .containsEntry("raise", "INDIRECT")
                .containsEntry("simulated", true)
                .containsEntry("config", Map.of("heightCm", 120L, "tilt", true, "serial", "007"));
    }

    @Test
    void half_a_place_is_refused() {
        assertThatThrownBy(() -> run(deviceAdd(), "--lat", "43.65", "a", "b", "http:a"))
                .isInstanceOf(CommandException.class)
                .hasMessage("a place takes both `--lat` and `--lon`");
    }

    @Test
    void a_setting_without_a_name_is_refused() {
        assertThatThrownBy(() -> run(deviceAdd(), "--config", "=3", "a", "b", "http:a"))
                .hasMessage("`--config` takes NAME=VALUE, got `=3`");
    }

    @Test
    void an_option_after_the_addresses_is_not_taken_for_an_address() {
        assertThatThrownBy(() -> run(deviceAdd(), "a", "b", "http:a", "--zone", "old-town"))
                .hasMessage("option `--zone` must come before the arguments");
    }

    @Test
    void a_flag_may_come_last_and_nothing_else_may() throws Exception {
        assertThat(Flag.isSet("--dry-run", false, "--dry-run")).isTrue();
        assertThat(Flag.isSet("--dry-run", true, null)).isTrue();
        assertThat(Flag.isSet("--dry-run", false, null)).isFalse();
        assertThatThrownBy(() -> Flag.isSet("--dry-run", false, "--dryrun"))
                .hasMessage("unexpected `--dryrun`; the only word that may follow here is `--dry-run`");
    }

    @Test
    void settings_are_typed_as_yaml_would() throws Exception {
        assertThat(Setting.parse("a=-1.50").value()).isEqualTo(-1.5);
        assertThat(Setting.parse("a=12").value()).isEqualTo(12L);
        assertThat(Setting.parse("a=1e5").value()).isEqualTo("1e5");
        assertThat(Setting.parse("a=b=c")).isEqualTo(new Setting("a", "b=c"));
    }

    @Test
    void what_the_registrar_declines_fails_the_command() {
        registrar.answer = new Answer.Declined("bad-address", "address `x` has no kind");
        assertThatThrownBy(() -> run(deviceAdd(), "a", "b", "x"))
                .isInstanceOf(CommandException.class)
                .hasMessage("address `x` has no kind [bad-address]");
    }

    @Test
    void without_a_registry_a_device_can_not_be_added() {
        platform.registrar = null;
        assertThatThrownBy(() -> run(deviceAdd(), "a", "b", "http:a"))
                .hasMessage("the device registry does not run; `sluice:why` says why");
    }

    @Test
    void a_file_that_is_not_there_is_refused_before_the_registrar_sees_it(@TempDir Path folder) {
        String missing = folder.resolve("none.csv").toString();
        assertThatThrownBy(() -> run(deviceImport(), missing))
                .hasMessage("there is no readable file `" + missing + "` on the platform's machine");
        assertThat(registrar.imports).isZero();
    }

    @Test
    void an_import_with_a_refused_line_fails_the_command(@TempDir Path folder) throws Exception {
        Path csv = Files.createFile(folder.resolve("a.csv"));
        run(deviceImport(), csv.toString(), "--dry-run");
        assertThat(registrar.wasDryRun).isTrue();
        registrar.refused = List.of(new ImportReport.RefusedLine(2, "bad-id", "no"));
        assertThatThrownBy(() -> run(deviceImport(), csv.toString())).hasMessage("1 line refused");
        assertThat(registrar.wasDryRun).isFalse();
    }

    @Test
    void an_account_gets_its_prefix() throws Exception {
        SourceAddCommand command = new SourceAddCommand();
        command.platform = platform;
        run(command, "tts", "v3/", "--durable");
        assertThat(registrar.source).isEqualTo("[tts, HASH, v3/, true, false]");
    }

    /** Nobody speaks for others by omission. */
    @Test
    void an_account_is_a_network_server_only_if_the_operator_says_so() throws Exception {
        run(sourceAdd(), "tts", "v3/");
        assertThat(registrar.source).isEqualTo("[tts, HASH, v3/, false, false]");
        run(sourceAdd(), "tts", "v3/", "--network-server", "--durable");
        assertThat(registrar.source).isEqualTo("[tts, HASH, v3/, true, true]");
        run(sourceAdd(), "--network-server", "tts", "v3/");
        assertThat(registrar.source).isEqualTo("[tts, HASH, v3/, false, true]");
        assertThatThrownBy(() -> run(sourceAdd(), "tts", "v3/", "--netwrk-server"))
                .hasMessageContaining("`--netwrk-server`");
    }

    private SourceAddCommand sourceAdd() {
        SourceAddCommand command = new SourceAddCommand();
        command.platform = platform;
        return command;
    }

    @Test
    void a_ledger_that_was_changed_fails_the_command() {
        LedgerVerifyCommand command = new LedgerVerifyCommand();
        command.platform = platform;
        platform.ledger = new FakeLedger(new Verification(false, 9, 3, "`000001.log`"));
        assertThatThrownBy(command::execute).hasMessage("the ledger is not intact");
    }

    @Test
    void without_a_broker_there_are_no_flows_to_show() {
        FlowsCommand command = new FlowsCommand();
        command.platform = platform;
        platform.broker = null;
        assertThatThrownBy(command::execute).hasMessage("the broker does not run; `sluice:why` says why");
    }

    private DeviceAddCommand deviceAdd() {
        DeviceAddCommand command = new DeviceAddCommand();
        command.platform = platform;
        return command;
    }

    private DeviceImportCommand deviceImport() {
        DeviceImportCommand command = new DeviceImportCommand();
        command.platform = platform;
        return command;
    }

    /** Runs a command with its words parsed as the shell parses them. */
    private static void run(Action command, String... words) throws Exception {
        List<Object> all = List.of((Object[]) words);
        assertThat(new DefaultActionPreparator().prepare(command, null, all)).isTrue();
        command.execute();
    }

    /** Remembers what it was asked. */
    private static final class FakeRegistrar implements DeviceRegistrar {
        Answer answer = new Answer.Done("devices/x.yaml", "");
        List<ImportReport.RefusedLine> refused = List.of();
        String source = "";
        boolean wasDryRun;
        int imports;
        private @Nullable DeviceDraft draft;

        DeviceDraft draft() {
            return Objects.requireNonNull(draft, "nothing was added");
        }

        @Override
        public Answer add(DeviceDraft device) {
            draft = device;
            return answer;
        }

        @Override
        public Answer remove(String id) {
            return answer;
        }

        @Override
        public ImportReport importCsv(Path csv, boolean dryRun) {
            wasDryRun = dryRun;
            imports++;
            return new ImportReport(List.of(), List.of(), List.of(), refused, Map.of());
        }

        @Override
        public Answer addSource(SourceDraft draft) {
            source = draft.document("HASH").values().toString();
            return answer;
        }
    }
}
