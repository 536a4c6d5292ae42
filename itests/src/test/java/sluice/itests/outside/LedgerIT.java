package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sluice.itests.outside.RunningCity.SOON;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What flowed is in the ledger, and nobody changes it unnoticed. */
@ExtendWith(RunningCity.Shared.class)
final class LedgerIT {
    private static final String DISCLOSED =
            "{\"kind\":\"disclosed\",\"stream\":\"traffic.plate\",\"purpose\":\"traffic-planning\","
                    + "\"recipient\":\"sluice.app.planning\",\"device\":\"cam-1\"";

    private final Distribution distribution;
    private final Path segment;

    LedgerIT(RunningCity city) {
        this.distribution = city.distribution();
        this.segment = city.instance().files("data/sluice/ledger").stream()
                .filter(file -> file.toString().endsWith(".log"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_disclosure_about_a_person_is_in_the_ledger_when_the_camera_is_answered() throws IOException {
        int before = countOf(DISCLOSED);

        int status = distribution
                .web()
                .post("cam-1", City.SECRET, Plates.group("LEDGER1", Instant.now()))
                .statusCode();

        assertThat(status).isEqualTo(204);
        assertThat(countOf(DISCLOSED)).isEqualTo(before + 1);
    }

    @Test
    void counts_of_what_was_permitted_and_denied_are_sealed_within_two_seconds() {
        distribution.web().post("cam-1", City.SECRET, Plates.group("SEALED1", 40, Instant.now()));

        await().atMost(SOON).until(() -> ledger().contains("[\"traffic.plate\",\"-\",\"-\",\"inaccurate\","));
    }

    @Test
    void a_changed_byte_is_found_and_its_entry_named() throws IOException {
        assertThat(distribution.shell("sluice:ledger-verify")).contains("ledger intact");
        long offset = ledger().indexOf("policy-activated");

        flip(offset);
        String found = distribution.shell("sluice:ledger-verify");
        flip(offset);

        assertThat(found)
                .containsPattern("LEDGER NOT INTACT: entry \\d+")
                .contains(segment.getFileName().toString());
        assertThat(distribution.shell("sluice:ledger-verify")).contains("ledger intact");
    }

    private int countOf(String text) throws IOException {
        return ledger().split(Pattern.quote(text), -1).length - 1;
    }

    private String ledger() throws IOException {
        return Files.readString(segment, ISO_8859_1);
    }

    private void flip(long offset) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.seek(offset);
            int value = file.read();
            file.seek(offset);
            file.write(value ^ 1);
        }
    }
}
