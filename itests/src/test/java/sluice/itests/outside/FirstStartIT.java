package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What somebody finds who unpacks the distribution and starts it. */
@ExtendWith(RunningCity.Shared.class)
final class FirstStartIT {
    private static final String CONSOLE = "/system/console/sluice-flows";

    private final Distribution distribution;

    FirstStartIT(RunningCity city) {
        this.distribution = city.distribution();
    }

    @Test
    void everything_runs_after_a_first_start() {
        assertThat(distribution.web().health()).isEqualTo("ok");
        assertThat(distribution.shell("sluice:why")).contains("everything runs");
    }

    @Test
    void there_is_no_default_user() {
        assertThat(distribution.shellAs("karaf", "karaf", "sluice:flows")).doesNotContain("waste.container");
        assertThat(distribution.web().getAs("karaf", "karaf", CONSOLE).statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_one_time_password_opens_shell_and_console_and_is_kept_as_a_digest_only() throws IOException {
        String password = distribution.password();

        assertThat(distribution.shell("sluice:flows")).contains("waste.container", "sluice.app.waste");
        assertThat(distribution.web().getAs("operator", password, CONSOLE).statusCode())
                .isEqualTo(200);
        assertThat(distribution.instance().read("etc/users.properties")).doesNotContain(password);
        assertThat(distribution.instance().read("console.log")).doesNotContain(password);
        assertThat(Files.getPosixFilePermissions(distribution.instance().file("data/first-password")))
                .isEqualTo(fromString("rw-------"));
    }

    @Test
    void the_console_page_is_closed_to_who_does_not_log_in() {
        assertThat(distribution.web().get(CONSOLE).statusCode()).isEqualTo(401);
        assertThat(distribution.web().getAs("operator", "wrong", CONSOLE).statusCode())
                .isEqualTo(401);
    }

    /** Nothing is fetched, and nobody outside is spoken to: the distribution works on a machine without a network. */
    @Test
    void it_listens_on_loopback_only_and_talks_to_nobody_outside() throws IOException {
        Sockets sockets = Sockets.of(distribution.pid());

        assertThat(sockets.listening()).isNotEmpty().allMatch(Sockets::isLoopback);
        assertThat(sockets.connected()).allMatch(Sockets::isLoopback);
        assertThat(distribution.instance().file("data/maven")).doesNotExist();
    }

    @Test
    void a_jdk_that_is_too_new_is_refused_in_one_sentence(@TempDir Path jdk) throws Exception {
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"24.0.1\" 2025-04-15' >&2\n");
        Files.setPosixFilePermissions(java, fromString("rwxr-xr-x"));
        ProcessBuilder start = new ProcessBuilder(
                        distribution.instance().file("bin/karaf").toString(), "daemon")
                .redirectErrorStream(true);
        start.environment().put("JAVA_HOME", jdk.toString());

        Process refused = start.start();
        String said = new String(refused.getInputStream().readAllBytes(), UTF_8);

        assertThat(refused.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).isEqualTo(1);
        assertThat(said).hasLineCount(1).contains("JDK from 17 to 23", "version 24");
    }
}
