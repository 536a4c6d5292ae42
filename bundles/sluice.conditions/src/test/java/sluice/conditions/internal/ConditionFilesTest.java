package sluice.conditions.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.port.Conditions.Facts;
import sluice.broker.core.port.Conditions.Freeze;
import sluice.broker.core.port.Conditions.Term;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.OptOuts;
import sluice.broker.core.port.Trouble;
import sluice.yaml.Folders;

class ConditionFilesTest {
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final String AGREEMENT = """
            agreement: regional
            state: in-force
            from: "2026-01-01"
            until: "2027-01-01T00:00:00Z"
            """;
    private static final String FREEZE = """
            freeze: {stream: traffic.plate, purpose: "*", recipient: "*"}
            state: frozen
            because: "breach 2026-3"
            """;

    @TempDir
    Path folder;

    private final List<Facts> told = new CopyOnWriteArrayList<>();
    private ConditionFiles files;

    @BeforeEach
    void start() throws IOException {
        write("agreements", AGREEMENT);
        write("assessments", AGREEMENT.replace("agreement:", "assessment:").replace("in-force", "approved"));
        write("freezes", "# none\n");
        write("opt-outs", "# none\n");
        files = open();
        files.subscribe(told::add);
    }

    @AfterEach
    void stop() {
        files.close();
    }

    @Test
    void a_subscriber_is_told_at_once_what_the_registers_say() {
        Term term = new Term(Instant.parse("2026-01-01T05:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));

        assertThat(told).hasSize(1);
        assertThat(now().agreements()).isEqualTo(Map.of("regional", term));
        assertThat(now().assessments()).isEqualTo(Map.of("regional", term));
        assertThat(now().freezes()).isEmpty();
        assertThat(now().optOuts().has("plate", "ABCD 123")).isFalse();
        assertThat(files.troubles()).isEmpty();
        assertThat(files.part()).isEqualTo("conditions");
    }

    @Test
    void a_freeze_is_in_force() throws IOException {
        write("freezes", FREEZE);
        await().until(() -> told.size() == 2);

        assertThat(now().freezes()).containsExactly(new Freeze("traffic.plate", "*", "*"));
        assertThat(now().freezes().iterator().next().covers(new FlowKey("traffic.plate", "any", "any")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "ended"})
    void an_agreement_in_another_state_is_not_in_force(String state) throws IOException {
        write("agreements", AGREEMENT.replace("in-force", state));
        await().until(() -> told.size() == 2);

        assertThat(now().agreements()).isEmpty();
        assertThat(files.troubles()).isEmpty();
    }

    @Test
    void a_freeze_that_was_lifted_stops_nothing() throws IOException {
        write(
                "freezes",
                FREEZE.replace("frozen", "lifted") + "---\n" + FREEZE.replace("traffic.plate", "waste.container"));
        await().until(() -> told.size() == 2);

        assertThat(now().freezes()).containsExactly(new Freeze("waste.container", "*", "*"));
    }

    /** Silence is not consent: what can not be read says no, and the other registers go on. */
    @ParameterizedTest
    @ValueSource(strings = {"agreements", "assessments", "freezes", "opt-outs"})
    void a_missing_register_says_no_and_the_others_go_on(String register) throws IOException {
        Files.delete(folder.resolve("registers/" + register + ".yaml"));
        await().until(() -> told.size() == 2);

        assertThat(files.troubles()).extracting(Trouble::code).containsExactly("register-missing");
        assertThat(closed(now())).containsExactly(register);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agreements | agreement: [ | yaml-syntax",
                "agreements | 'agreement: a\nstate: in-force\nfrom: \"2026-01-01\"\nuntil: \"2025-01-01\"' | bad-value",
                "agreements | 'agreement: a\nstate: in-froce\nfrom: \"2026-01-01\"\nuntil: \"2027-01-01\"' | unknown-word",
                "agreements | 'agreement: a\nstate: in-force\nfrom: \"2026-02-30\"\nuntil: \"2027-01-01\"' | wrong-type",
                "agreements | 'assessment: a\nstate: approved\nfrom: \"2026-01-01\"\nuntil: \"2027-01-01\"' | misplaced-entry",
                "freezes | 'freeze: {stream: x}\nstate: frozen\nbecause: b' | missing-key",
                "freezes | 'freze: {}' | missing-key",
                "freezes | 'a: &a 1' | yaml-alias",
                "opt-outs | 'key: \"0123456789abcdef\"\nopt-outs: {plate: [\"ABCD 123\"]}' | bad-digest",
                "opt-outs | 'key: \"0123456789abcdef\"\nopt-outs: {plate: [\"00112233445566778899aabbccddeeff\"]}' | wrong-key",
            })
    void a_damaged_register_says_no_and_names_the_code(String register, String text, String code) throws IOException {
        write(register, text);
        await().until(() -> told.size() == 2);

        assertThat(files.troubles()).extracting(Trouble::code).contains(code);
        assertThat(files.troubles().toString()).doesNotContain("ABCD 123");
        assertThat(closed(now())).containsExactly(register);
    }

    @Test
    void two_agreements_of_one_name_are_refused() throws IOException {
        write("agreements", AGREEMENT + "---\n" + AGREEMENT);
        await().until(() -> told.size() == 2);

        assertThat(files.troubles()).extracting(Trouble::code).containsExactly("duplicate-name");
        assertThat(closed(now())).containsExactly("agreements");
    }

    @Test
    void a_file_that_is_no_register_is_told() throws IOException {
        write("freeze", FREEZE);
        await().until(() -> told.size() == 2);

        assertThat(files.troubles())
                .containsExactly(new Trouble(
                        "unknown-register",
                        "register `registers/freeze.yaml` line 1",
                        "is none of the registers, and not read; did you mean `registers/freezes.yaml`?"));
    }

    @Test
    void an_opt_out_is_in_force_and_no_name_is_written() throws IOException {
        assertThat(files.optOut("plate", "ABCD 123")).isTrue();
        await().until(() -> now().optOuts().has("plate", "ABCD 123"));

        assertThat(now().optOuts().has("plate", "ABCD 124")).isFalse();
        assertThat(now().optOuts().has("phone", "ABCD 123")).isFalse();
        assertThat(Files.readString(folder.resolve("registers/opt-outs.yaml"))).doesNotContain("ABCD");
        assertThat(files.optOut("plate", "ABCD 123")).isFalse();
    }

    @Test
    void an_opt_out_can_be_taken_back_and_lasts_over_a_restart() throws IOException {
        files.optOut("plate", "ABCD 123");
        files.optOut("plate", "ABCD 124");
        files.close();
        files = open();
        files.subscribe(told::add);
        assertThat(now().optOuts().has("plate", "ABCD 123")).isTrue();

        assertThat(files.optIn("plate", "ABCD 123")).isTrue();
        await().until(() -> !now().optOuts().has("plate", "ABCD 123"));
        assertThat(files.optIn("plate", "ABCD 123")).isFalse();
        assertThat(now().optOuts().has("plate", "ABCD 124")).isTrue();
    }

    /** With another key nobody would be found in the register: everybody would be opted in again, silently. */
    @Test
    void a_lost_key_opts_everybody_out() throws IOException {
        files.optOut("plate", "ABCD 123");
        files.close();
        Files.delete(folder.resolve("key"));
        files = open();
        files.subscribe(told::add);

        assertThat(now().optOuts()).isSameAs(OptOuts.UNKNOWN);
        assertThat(files.troubles()).extracting(Trouble::code).containsExactly("wrong-key");
    }

    @Test
    void a_damaged_register_of_opt_outs_is_not_written_over() throws IOException {
        write("opt-outs", "opt-outs: [");

        assertThatThrownBy(() -> files.optOut("plate", "ABCD 123")).isInstanceOf(IOException.class);
        assertThat(Files.readString(folder.resolve("registers/opt-outs.yaml"))).isEqualTo("opt-outs: [");
    }

    @Test
    void a_closed_subscription_is_told_no_more() throws IOException {
        List<Facts> other = new CopyOnWriteArrayList<>();
        files.subscribe(other::add).close();
        write("freezes", FREEZE);
        await().until(() -> told.size() == 2);

        assertThat(other).hasSize(1);
    }

    @Test
    void the_defaults_are_pinned() throws NoSuchMethodException {
        assertThat(ConditionsConfig.class.getMethod("folder").getDefaultValue()).isEqualTo("${karaf.etc}/sluice");
        assertThat(ConditionsConfig.class.getMethod("poll_millis").getDefaultValue())
                .isEqualTo(250L);
        assertThat(ConditionsConfig.class.getMethod("time_zone").getDefaultValue())
                .isEqualTo("America/Toronto");
        assertThat(ConditionsConfig.class.getMethod("key_file").getDefaultValue())
                .isEqualTo("");
        assertThat(ConditionsConfig.class.getDeclaredMethods()).hasSize(4);
    }

    private ConditionFiles open() {
        return new ConditionFiles(new ConditionFiles.Settings(folder, INTERVAL, TORONTO, folder.resolve("key")));
    }

    private Facts now() {
        return told.get(told.size() - 1);
    }

    /** The registers that say no to everything. */
    private static List<String> closed(Facts facts) {
        List<String> closed = new CopyOnWriteArrayList<>();
        if (facts.agreements().isEmpty()) {
            closed.add("agreements");
        }
        if (facts.assessments().isEmpty()) {
            closed.add("assessments");
        }
        if (facts.freezes().contains(Freeze.ALL)) {
            closed.add("freezes");
        }
        if (facts.optOuts().has("plate", "anybody")) {
            closed.add("opt-outs");
        }
        return closed;
    }

    private void write(String register, String content) throws IOException {
        Folders.replace(folder.resolve("registers/" + register + ".yaml"), content.getBytes(UTF_8));
    }
}
