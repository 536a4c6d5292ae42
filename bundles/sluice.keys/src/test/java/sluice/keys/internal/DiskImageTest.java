package sluice.keys.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.keys.internal.ring.City.NOON;
import static sluice.keys.internal.ring.City.PLANNING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.port.Keys;
import sluice.keys.internal.ring.City;
import sluice.keys.internal.vault.Burglar;

/**
 * Somebody has the whole disk after the epoch, every file that was written, the operator's secret, and knows how everything works. He also has
 * the pseudonyms that the recipient was given, and a list of all plates that may have passed. Fact sheet: what is not kept can not be
 * disclosed.
 */
final class DiskImageTest {
    private static final int PLATES = 300;

    @TempDir
    Path folder;

    @TempDir
    Path backup;

    private City city;
    private final Set<String> pseudonyms = new HashSet<>();

    @BeforeEach
    void the_day_passes() throws IOException {
        city = new City(folder);
        Recipient recipient = new Recipient(city.ring(), PLANNING.recipient());
        for (int i = 0; i < PLATES; i++) {
            pseudonyms.add(recipient.name(plate(i), NOON.plusSeconds(i)));
        }
        assertThat(pseudonyms).hasSize(PLATES);
        city.tick();
    }

    private static String plate(int i) {
        return "CTTA%03d".formatted(i);
    }

    private void the_day_is_over() throws IOException {
        city.setClock(Instant.parse("2026-11-26T06:00:00Z"));
        city.tick();
        assertThat(city.ring().size()).isZero();
        Files.write(
                folder.resolve("ledger"),
                city.ledger.stream().map(Object::toString).toList());
    }

    /** Without this one the others would say nothing: during the day the secret opens everything, and the attack works. */
    @Test
    void during_the_epoch_the_attack_works() throws IOException {
        city.stop();
        assertThat(confirmed(folder)).isEqualTo(PLATES);
    }

    @Test
    void after_the_epoch_no_planted_plate_can_be_confirmed() throws IOException {
        the_day_is_over();
        city.stop();
        assertThat(confirmed(folder)).isZero();
    }

    /** What a backup program that leaves out the wrap key took during the day helps nobody, together with today's disk either. */
    @Test
    void nor_with_yesterdays_backup() throws IOException {
        City.copy(folder, backup);
        Files.delete(backup.resolve("keys/never-back-up/ratchet"));
        the_day_is_over();
        city.stop();
        City.copy(folder, backup.resolve("today"));
        assertThat(confirmed(backup)).isZero();
    }

    /** A disk that keeps what was replaced: every version of every file, but for the places that were overwritten. */
    @Test
    void nor_with_every_older_version_of_the_sealed_keys() throws IOException {
        for (int i = 0; i < 5; i++) {
            city.fingerprint(new Keys.Name("app." + i, "any", City.DAYS));
            Files.copy(folder.resolve("keys/epochs"), backup.resolve("epochs." + i));
        }
        the_day_is_over();
        city.stop();
        City.copy(folder, backup.resolve("today"));
        assertThat(confirmed(backup)).isZero();
    }

    /** A month later the day's key has not come back in any form, and the pseudonyms of then are strange names. */
    @Test
    void nor_does_a_later_key_help() throws IOException {
        the_day_is_over();
        for (int day = 0; day < 30; day++) {
            city.pass(Duration.ofDays(1));
            city.fingerprint(PLANNING);
            city.tick();
        }
        city.stop();
        assertThat(confirmed(folder)).isZero();
    }

    /** Every run of 32 and of 16 bytes in every file, and in what the secret opens, tried as a key in every role. */
    private int confirmed(Path image) throws IOException {
        List<byte[]> texts =
                new ArrayList<>(Burglar.opened(image, city.settings().secret()));
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readAllBytes(file));
            }
        }
        Set<String> confirmed = new HashSet<>();
        for (byte[] text : texts) {
            confirmed.addAll(Guess.confirmed(text, List.of(plate(0), plate(PLATES - 1)), pseudonyms));
        }
        // One key opens all: whoever confirms one plate confirms every plate.
        return confirmed.isEmpty() ? 0 : PLATES;
    }
}
