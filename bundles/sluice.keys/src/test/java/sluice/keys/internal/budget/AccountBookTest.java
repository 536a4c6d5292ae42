package sluice.keys.internal.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.model.EpochRule;
import sluice.broker.core.model.PrivacyLoss;
import sluice.broker.core.port.Budgets.Account;
import sluice.journal.Disk;
import sluice.keys.internal.vault.FailingDisk;

final class AccountBookTest {
    private static final Instant NOON = Instant.parse("2026-11-25T17:00:00Z");
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final EpochRule DAYS = new EpochRule(Duration.ofDays(1), TORONTO);
    private static final PrivacyLoss TENTH = PrivacyLoss.of("0.1", "0");
    private static final PrivacyLoss ONE = PrivacyLoss.of("1", "0.000001");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private static Account account(Instant instant) {
        return new Account("traffic.plate", "sluice.app.planning", DAYS.at(instant));
    }

    private AccountBook open() throws IOException {
        return AccountBook.open(folder, Disk.ofThisMachine(), PATIENCE);
    }

    @Test
    void what_is_spent_stays_spent_over_a_restart() throws IOException {
        try (AccountBook book = open()) {
            IntStream.range(0, 7)
                    .forEach(i ->
                            assertThat(book.charge(account(NOON), TENTH, ONE)).isTrue());
        }
        try (AccountBook book = open()) {
            assertThat(book.spent(account(NOON))).isEqualTo(PrivacyLoss.of("0.7", "0"));
            IntStream.range(0, 3)
                    .forEach(i ->
                            assertThat(book.charge(account(NOON), TENTH, ONE)).isTrue());
            assertThat(book.charge(account(NOON), TENTH, ONE)).isFalse();
        }
        try (AccountBook book = open()) {
            assertThat(book.charge(account(NOON), TENTH, ONE)).isFalse();
            assertThat(book.charge(account(NOON.plus(Duration.ofDays(1))), TENTH, ONE))
                    .isTrue();
        }
    }

    /** A refusal costs nothing, and delta has a limit of its own. */
    @Test
    void a_charge_over_the_allowance_is_not_spent() throws IOException {
        try (AccountBook book = open()) {
            assertThat(book.charge(account(NOON), PrivacyLoss.of("0.1", "0.000002"), ONE))
                    .isFalse();
            assertThat(book.charge(account(NOON), PrivacyLoss.of("1.000001", "0"), ONE))
                    .isFalse();
            assertThat(book.spent(account(NOON))).isEqualTo(PrivacyLoss.NONE);
        }
    }

    @Test
    void another_length_of_epoch_gives_nothing_back() throws IOException {
        EpochRule weeks = new EpochRule(Duration.ofDays(7), TORONTO);
        try (AccountBook book = open()) {
            book.charge(account(NOON), ONE, ONE);
            Account week = new Account("traffic.plate", "sluice.app.planning", weeks.at(NOON));
            assertThat(book.charge(week, TENTH, ONE)).isFalse();
            assertThat(book.charge(new Account("traffic.plate", "sluice.app.other", weeks.at(NOON)), TENTH, ONE))
                    .isTrue();
        }
    }

    /** The journal repeats a write until it works, so that a charge that was in doubt may be on disk later: it is spent at once. */
    @Test
    void a_charge_that_can_not_be_written_is_refused_and_spent() throws IOException {
        FailingDisk disk = new FailingDisk();
        try (AccountBook book = AccountBook.open(folder, disk, Duration.ofMillis(300))) {
            disk.failAfter(0);
            assertThat(book.charge(account(NOON), TENTH, ONE)).isFalse();
            assertThat(book.spent(account(NOON))).isEqualTo(TENTH);
            assertThat(book.trouble()).isNotEmpty();
            disk.failAfter(Integer.MAX_VALUE);
        }
        try (AccountBook book = open()) {
            assertThat(book.spent(account(NOON))).isEqualTo(TENTH);
        }
    }

    @Test
    void sums_in_place_of_charges_say_the_same() throws IOException {
        int charges = 3_000;
        try (AccountBook book = open()) {
            for (int i = 0; i < charges; i++) {
                book.charge(account(NOON.plus(Duration.ofDays(i % 100))), new PrivacyLoss(1, 0), ONE);
            }
            book.tick();
            assertThat(folder.resolve("accounts")).exists();
            book.charge(account(NOON), new PrivacyLoss(1, 0), ONE);
        }
        try (AccountBook book = open()) {
            assertThat(book.spent(account(NOON))).isEqualTo(new PrivacyLoss(charges / 100 + 1, 0));
            assertThat(book.spent(account(NOON.plus(Duration.ofDays(99)))))
                    .isEqualTo(new PrivacyLoss(charges / 100, 0));
        }
    }

    @Test
    void damaged_accounts_are_not_guessed() throws IOException {
        try (AccountBook book = open()) {
            book.charge(account(NOON), TENTH, ONE);
            book.charge(account(NOON), TENTH, ONE);
        }
        Path segment = folder.resolve("00000000000000000000.log");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[60] ^= 1;
        Files.write(segment, bytes);
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("damaged");
    }

    @Test
    void a_book_has_one_owner() throws IOException {
        try (AccountBook book = open()) {
            assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("in use");
            assertThat(book.charge(account(NOON), TENTH, ONE)).isTrue();
        }
    }
}
