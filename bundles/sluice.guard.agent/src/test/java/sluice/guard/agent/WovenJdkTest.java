package sluice.guard.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WovenJdkTest {
    @TempDir
    private static Path folder;

    @Test
    void the_platform_finds_the_jdk_as_it_was() throws IOException {
        Lab lab = new Lab(folder);

        Lab.Outcome outcome =
                lab.run(JdkProgram.class, "", List.of(), List.of(lab.keystore().toString(), Lab.PASSWORD));

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.lines())
                .contains(
                        "http: okok",
                        "tls: TLSv1.3 7",
                        "xml: a",
                        "logging: done",
                        "file: textfalse",
                        "process: 0",
                        "jmx: true",
                        "dns: true",
                        "reflection: 345",
                        "serial: [1, 2]",
                        "threads: 499500",
                        "defaults: nullAmerica/Toronto",
                        "services: true");
        assertThat(outcome.lines()).last().asString().contains("failures: 0,");
    }
}
