package sluice.keys.internal.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.keys.internal.ring.City.PARKING;
import static sluice.keys.internal.ring.City.PLANNING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.model.EpochRule;
import sluice.broker.core.port.Keys;

/** What was destroyed does not come back: not from a backup, and not from a crash at any point of the destruction. */
final class DestroyedForGoodTest {
    private static final Instant AFTER = Instant.parse("2026-11-26T12:00:00Z");
    private static final Keys.Name MONTHLY = new Keys.Name(
            "sluice.app.planning", "any", new EpochRule(Duration.ofDays(30), ZoneId.of("America/Toronto")));

    @TempDir
    Path folder;

    @TempDir
    Path backup;

    private City city;

    @BeforeEach
    void open() throws IOException {
        city = new City(folder);
    }

    private void endTheDay() {
        city.setClock(AFTER);
        city.tick();
    }

    @Test
    void a_backup_without_the_wrap_key_brings_nothing_back() throws IOException {
        String today = city.fingerprint(PLANNING);
        city.tick();
        Files.copy(folder.resolve("keys/epochs"), backup.resolve("epochs"));
        endTheDay();
        city.stop();
        Files.copy(backup.resolve("epochs"), folder.resolve("keys/epochs"), StandardCopyOption.REPLACE_EXISTING);
        city.setClock(City.NOON);
        city.start();
        assertThat(city.count("epoch-keys-lost")).isEqualTo(1);
        assertThat(city.ring().size()).isZero();
        assertThat(city.fingerprint(PLANNING)).isNotEqualTo(today);
    }

    /** Wrap key and all: within this platform the ledger knows better. */
    @Test
    void a_backup_of_everything_is_given_up_because_the_ledger_has_sealed_a_later_wrap_key() throws IOException {
        String today = city.fingerprint(PLANNING);
        city.tick();
        City.copy(folder, backup);
        endTheDay();
        long sealed = city.ring().generation();
        city.stop();
        City.copy(backup, folder);
        city.setClock(City.NOON);
        city.start(sealed);
        assertThat(city.count("epoch-keys-lost")).isEqualTo(1);
        assertThat(city.ring().generation()).isGreaterThan(sealed);
        assertThat(city.fingerprint(PLANNING)).isNotEqualTo(today);
    }

    /** And without a ledger, the first thing that the restored vault does is to destroy what is over. */
    @Test
    void a_restored_backup_destroys_what_is_over_before_it_answers() throws IOException {
        city.fingerprint(PLANNING);
        city.tick();
        City.copy(folder, backup);
        city.stop();
        City.copy(backup, folder);
        city.setClock(AFTER);
        city.start();
        assertThat(city.ring().size()).isZero();
        assertThat(city.at(PLANNING, City.NOON)).isEqualTo(Keys.Answer.No.OVER);
    }

    /** A wrap key that lives in memory only, and is gone after a loss of power: nothing is left, and it goes on. */
    @Test
    void without_the_wrap_key_it_begins_anew() throws IOException {
        String today = city.fingerprint(PLANNING);
        city.stop();
        Files.delete(folder.resolve("keys/never-back-up/ratchet"));
        city.start();
        assertThat(city.count("epoch-keys-lost")).isEqualTo(1);
        assertThat(city.fingerprint(PLANNING)).isNotEqualTo(today);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void a_crash_at_any_write_of_a_destruction_loses_no_live_key_and_keeps_no_dead_one(int writes) throws IOException {
        city.fingerprint(PLANNING);
        String month = city.fingerprint(MONTHLY);
        city.tick();
        city.setClock(AFTER);
        city.disk.failAfter(writes);
        city.tick();
        city.disk.failAfter(Integer.MAX_VALUE);
        city.restart();
        assertThat(city.ring().size()).isEqualTo(1);
        assertThat(city.fingerprint(MONTHLY)).isEqualTo(month);
        assertThat(city.at(PLANNING, City.NOON)).isEqualTo(Keys.Answer.No.OVER);
        assertThat(city.count(Notices.DESTROYED)).isGreaterThanOrEqualTo(1);
        assertThat(city.ring().generation()).isGreaterThan(1);
    }

    @Test
    void keys_of_other_epochs_live_on() throws IOException {
        String month = city.fingerprint(MONTHLY);
        city.fingerprint(PARKING);
        endTheDay();
        assertThat(city.fingerprint(MONTHLY)).isEqualTo(month);
        city.restart();
        assertThat(city.fingerprint(MONTHLY)).isEqualTo(month);
        assertThat(city.ring().size()).isEqualTo(1);
    }

    @Test
    void backup_programs_are_told_to_leave_the_wrap_key_out() throws IOException {
        assertThat(Files.readString(folder.resolve("keys/never-back-up/CACHEDIR.TAG")))
                .startsWith("Signature: 8a477f597d28d172789f06886806bc55");
    }
}
