package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sluice.itests.outside.RunningCity.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What flowed is in the ledger, and nobody changes it unnoticed. */
@ExtendWith(RunningCity.Shared.class)
final class LedgerIT {
    private final Distribution distribution;
    private final Path segment;

    LedgerIT(RunningCity city) {
        this.distribution = city.distribution();
        this.segment = new LedgerFiles(city.instance()).segments().get(0);
    }

    @Test
    void what_was_permitted_and_what_was_refused_is_counted_in_it() {
        Instant now = Instant.now();

        int permitted = post(Plates.group("LEDGER1", now));
        int refused = post(Plates.group("LEDGER2", 40, now));

        assertThat(List.of(permitted, refused)).containsExactly(204, 422);
        await().atMost(SOON)
                .until(() -> ledger().contains(
                                "[\"traffic.plate\",\"traffic-planning\",\"sluice.app.planning\",\"permitted\","));
        await().atMost(SOON).until(() -> ledger().contains("[\"traffic.plate\",\"-\",\"-\",\"inaccurate\","));
    }

    @Test
    void a_changed_byte_is_found_and_its_entry_named() throws IOException {
        assertThat(distribution.shell("sluice:ledger-verify")).contains("ledger intact");
        long offset = ledger().indexOf("policy-activated");

        Bytes.flip(segment, offset);
        String found = distribution.shell("sluice:ledger-verify");
        Bytes.flip(segment, offset);

        assertThat(found)
                .containsPattern("LEDGER NOT INTACT: entry \\d+")
                .contains(segment.getFileName().toString());
        assertThat(distribution.shell("sluice:ledger-verify")).contains("ledger intact");
    }

    private int post(byte[] message) {
        return distribution.web().post("cam-1", City.SECRET, message).statusCode();
    }

    private String ledger() throws IOException {
        return Files.readString(segment, ISO_8859_1);
    }
}
