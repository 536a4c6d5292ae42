package sluice.guard.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrustListsTest {
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);

    @TempDir
    private static Path folder;

    private static Lab lab;

    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @BeforeAll
    static void laboratory() throws IOException {
        lab = new Lab(folder);
    }

    @BeforeEach
    void platform() {
        lab.list(platformList(), "# the platform", ONE + "  one.jar", "");
    }

    @Test
    void the_platforms_list_is_read() throws IOException {
        assertThat(read()).containsExactly(ONE);
        assertThat(complaints.size()).isZero();
    }

    @Test
    void a_new_feature_brings_its_own_signed_list() throws IOException {
        Path etc = Files.createTempDirectory(folder, "etc");
        lab.list(etc.resolve("sluice/guard/trust/new.list"), TWO + "  two.jar");

        assertThat(TrustLists.read(lab.home(), etc, new PrintStream(complaints)))
                .containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    void a_list_that_was_tampered_with_adds_nothing_and_is_named() throws IOException {
        Path etc = Files.createTempDirectory(folder, "etc");
        Path list = etc.resolve("sluice/guard/trust/new.list");
        lab.list(list, TWO + "  two.jar");
        Files.writeString(list, "3".repeat(64) + "  three.jar");

        assertThat(TrustLists.read(lab.home(), etc, new PrintStream(complaints)))
                .containsExactly(ONE);
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("new.list", "not signed");
    }

    @Test
    void an_unsigned_list_adds_nothing_and_is_named() throws IOException {
        Path list = lab.home().resolve("trust/unsigned.list");
        Files.writeString(list, TWO + "  two.jar");

        assertThat(read()).containsExactly(ONE);
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("unsigned.list");
        Files.delete(list);
    }

    @Test
    void the_platforms_own_list_has_to_be_right() throws IOException {
        Files.writeString(platformList(), TWO + "  two.jar");

        assertThatThrownBy(this::read).isInstanceOf(IOException.class).hasMessageContaining("trust-list");
    }

    @Test
    void a_line_that_is_no_digest_makes_the_list_wrong() {
        lab.list(platformList(), ONE + "  one.jar", "sluice.broker");

        assertThatThrownBy(this::read).hasMessageContaining("line 2");
    }

    @Test
    void without_the_platforms_list_the_jvm_does_not_start() throws IOException {
        Files.delete(platformList());

        Lab.Outcome outcome = lab.felix("");

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.err()).contains("platform.list");
    }

    @Test
    void without_the_platforms_certificate_the_jvm_does_not_start() throws IOException {
        Path certificate = lab.home().resolve("platform.pem");
        byte[] kept = Files.readAllBytes(certificate);
        Files.writeString(certificate, "no certificate");

        Lab.Outcome outcome = lab.felix("layers=admission");

        Files.write(certificate, kept);
        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.err()).contains("trust-certificate");
    }

    @Test
    void without_the_agents_jar_the_jvm_does_not_start() throws IOException {
        Path empty = Files.createTempDirectory(folder, "empty");

        Lab.Outcome outcome = lab.command(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-javaagent:" + empty.resolve("sluice.guard.agent.jar"),
                "-version"));

        assertThat(outcome.exit()).isNotZero();
    }

    @Test
    void a_slip_of_the_pen_in_the_layers_does_not_switch_one_off() {
        Lab.Outcome outcome = lab.felix("layers=admission+agnet");

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.err()).contains("unknown layer `agnet`");
    }

    @Test
    void with_no_layer_at_all_nothing_is_needed() throws IOException {
        Files.delete(platformList());

        assertThat(lab.felix("layers=none", "arm=").exit()).isZero();
    }

    private Set<String> read() throws IOException {
        return TrustLists.read(lab.home(), folder.resolve("none"), new PrintStream(complaints));
    }

    private static Path platformList() {
        return lab.home().resolve("trust/platform.list");
    }
}
