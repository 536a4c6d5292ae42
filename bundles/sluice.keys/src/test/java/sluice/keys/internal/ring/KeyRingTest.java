package sluice.keys.internal.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.keys.internal.ring.City.PARKING;
import static sluice.keys.internal.ring.City.PLANNING;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Keys;

/** Keys, made and destroyed on time, whatever the clock does. */
final class KeyRingTest {
    private static final Keys.Answer OVER = Keys.Answer.No.OVER;
    private static final Instant MIDNIGHT = Instant.parse("2026-11-26T05:00:00Z");

    @TempDir
    Path folder;

    private City city;

    @BeforeEach
    void open() throws IOException {
        city = new City(folder);
    }

    @Test
    void a_key_is_the_same_all_day_and_after_a_restart_and_another_one_the_next_day() throws IOException {
        String today = city.fingerprint(PLANNING);
        city.pass(Duration.ofHours(5));
        city.restart();
        assertThat(city.fingerprint(PLANNING)).isEqualTo(today);
        city.pass(Duration.ofHours(10));
        assertThat(city.fingerprint(PLANNING)).isNotEqualTo(today);
    }

    @Test
    void two_recipients_and_two_domains_have_no_key_in_common() {
        Keys.Name other = new Keys.Name("sluice.app.planning", "pseudonym sensor traffic.plate", City.DAYS);
        assertThat(Set.of(city.fingerprint(PLANNING), city.fingerprint(PARKING), city.fingerprint(other)))
                .hasSize(3);
    }

    @Test
    void a_key_is_destroyed_when_its_epoch_has_been_over_for_the_grace_and_the_ledger_is_told() {
        Keys.EpochKey key = (Keys.EpochKey) city.at(PLANNING, city.now());
        AtomicInteger told = new AtomicInteger();
        key.whenDestroyed(told::incrementAndGet);
        city.setClock(MIDNIGHT.plus(City.GRACE).minusMillis(1));
        city.tick();
        assertThat(city.at(PLANNING, MIDNIGHT.minusMillis(1))).isSameAs(key);
        city.setClock(MIDNIGHT.plus(City.GRACE));
        city.tick();
        assertThat(key.isDestroyed()).isTrue();
        assertThat(key.derive("test")).isNull();
        assertThat(told).hasValue(1);
        assertThat(city.at(PLANNING, MIDNIGHT.minusMillis(1))).isEqualTo(OVER);
        assertThat(city.ledger)
                .extracting(notice -> notice.event() + " " + notice.details().get("from"))
                .containsExactly("epoch-key-made 2026-11-25T05:00:00Z", "epoch-key-destroyed 2026-11-25T05:00:00Z");
        assertThat(city.ledger.get(0).details().get("key"))
                .isEqualTo(city.ledger.get(1).details().get("key"));
    }

    @Test
    void a_clock_that_goes_back_does_not_open_a_destroyed_epoch_again() throws IOException {
        city.fingerprint(PLANNING);
        city.setClock(MIDNIGHT.plus(City.GRACE));
        city.tick();
        city.setClock(City.NOON);
        assertThat(city.at(PLANNING, City.NOON)).isEqualTo(OVER);
        city.restart();
        assertThat(city.at(PLANNING, City.NOON)).isEqualTo(OVER);
        assertThat(city.at(PLANNING, City.NOON.minus(Duration.ofDays(3)))).isEqualTo(OVER);
    }

    @Test
    void a_clock_that_jumps_years_ahead_destroys_once_and_back_again_the_next_day_opens_as_ever() {
        city.fingerprint(PLANNING);
        city.fingerprint(PARKING);
        long before = city.ring().generation();
        city.setClock(City.NOON.plus(Duration.ofDays(3_650)));
        city.tick();
        city.fingerprint(PLANNING);
        city.tick();
        assertThat(city.ring().generation()).isEqualTo(before + 1);
        assertThat(city.count(Notices.DESTROYED)).isEqualTo(2);
        city.setClock(City.NOON);
        city.tick();
        assertThat(city.at(PLANNING, City.NOON)).isEqualTo(OVER);
        city.setClock(MIDNIGHT);
        assertThat(city.fingerprint(PLANNING)).isNotEmpty();
    }

    /** The key of 2036 is not to lie about for ten years. */
    @Test
    void a_key_that_was_made_ahead_of_time_lives_no_longer_than_its_epoch_by_the_processs_own_time() {
        city.setClock(City.NOON.plus(Duration.ofDays(3_650)));
        Keys.EpochKey key = (Keys.EpochKey) city.at(PLANNING, city.now());
        city.setClock(City.NOON);
        city.pass(Duration.ofHours(23));
        city.tick();
        assertThat(key.isDestroyed()).isFalse();
        city.pass(Duration.ofHours(2));
        city.tick();
        assertThat(key.isDestroyed()).isTrue();
        city.setClock(City.NOON.plus(Duration.ofDays(3_650)));
        assertThat(city.at(PLANNING, city.now())).isEqualTo(OVER);
    }

    @Test
    void a_clock_that_stands_still_keeps_no_key_alive() {
        Keys.EpochKey key = (Keys.EpochKey) city.at(PLANNING, city.now());
        city.pass(Duration.ofHours(25));
        city.setClock(City.NOON);
        city.tick();
        assertThat(key.isDestroyed()).isTrue();
        assertThat(city.at(PLANNING, City.NOON)).isEqualTo(OVER);
    }

    @Test
    void a_clock_that_wavers_about_midnight_destroys_once() {
        city.setClock(MIDNIGHT.minusSeconds(1));
        String before = city.fingerprint(PLANNING);
        city.setClock(MIDNIGHT.plusSeconds(1));
        String after = city.fingerprint(PLANNING);
        long generation = city.ring().generation();
        for (int i = 0; i < 100; i++) {
            city.setClock(MIDNIGHT.plusSeconds(i % 2 == 0 ? -60 : 60));
            city.tick();
            assertThat(city.fingerprint(PLANNING)).isEqualTo(i % 2 == 0 ? before : after);
        }
        assertThat(city.ring().generation()).isEqualTo(generation);
        for (int i = 0; i < 100; i++) {
            city.setClock(MIDNIGHT.plus(City.GRACE).plusSeconds(i % 2 == 0 ? 60 : -60));
            city.tick();
            assertThat(city.fingerprint(PLANNING)).isEqualTo(after);
        }
        assertThat(city.ring().generation()).isEqualTo(generation + 1);
    }

    @Test
    void after_ten_years_of_standing_still_all_that_is_over_goes_in_one_step() throws IOException {
        List<Keys.Name> names = IntStream.range(0, 50)
                .mapToObj(i -> new Keys.Name("app." + i, "any", City.DAYS))
                .toList();
        names.forEach(city::fingerprint);
        long before = city.ring().generation();
        city.stop();
        city.setClock(City.NOON.plus(Duration.ofDays(3_653)));
        city.start();
        assertThat(city.ring().size()).isZero();
        assertThat(city.ring().generation()).isEqualTo(before + 1);
        assertThat(city.count(Notices.DESTROYED)).isEqualTo(50);
        assertThat(city.fingerprint(names.get(0))).isNotEmpty();
    }

    @Test
    void no_key_is_made_for_what_is_over_or_far_ahead_and_no_instant_is_too_odd_to_ask_for() {
        city.setClock(MIDNIGHT.plus(City.GRACE));
        assertThat(city.at(PLANNING, MIDNIGHT.minusMillis(1))).isEqualTo(OVER);
        assertThat(city.at(PLANNING, Instant.MIN)).isEqualTo(OVER);
        assertThat(city.at(PLANNING, Instant.MAX)).isEqualTo(new Keys.Answer.No(Reason.FUTURE));
        assertThat(city.at(PLANNING, city.now().plus(Duration.ofMinutes(6))))
                .isEqualTo(new Keys.Answer.No(Reason.FUTURE));
        assertThat(city.ring().size()).isZero();
    }

    @Test
    void a_full_disk_makes_no_key_and_keeps_those_that_are_there() {
        String planning = city.fingerprint(PLANNING);
        city.disk.failAfter(0);
        assertThat(city.at(PARKING, city.now())).isEqualTo(Keys.Answer.No.DOWN);
        assertThat(city.ring().trouble()).contains("no space left");
        assertThat(city.fingerprint(PLANNING)).isEqualTo(planning);
        city.disk.failAfter(Integer.MAX_VALUE);
        assertThat(city.fingerprint(PARKING)).isNotEmpty();
        assertThat(city.ring().trouble()).isEmpty();
    }

    @Test
    void room_on_the_disk_is_noticed_though_nobody_asks_for_a_key() {
        city.disk.failAfter(0);
        assertThat(city.at(PLANNING, city.now())).isEqualTo(Keys.Answer.No.DOWN);
        city.tick();
        assertThat(city.ring().trouble()).contains("no space left");
        city.disk.failAfter(Integer.MAX_VALUE);
        city.tick();
        assertThat(city.ring().trouble()).isEmpty();
    }

    @Test
    void a_key_that_can_not_be_destroyed_on_disk_is_gone_from_memory_and_the_ledger_waits() {
        Keys.EpochKey key = (Keys.EpochKey) city.at(PLANNING, city.now());
        city.tick();
        city.setClock(MIDNIGHT.plus(City.GRACE));
        city.disk.failAfter(0);
        city.tick();
        assertThat(key.isDestroyed()).isTrue();
        assertThat(city.count(Notices.DESTROYED)).isZero();
        assertThat(city.ring().trouble()).contains("can not destroy");
        city.disk.failAfter(Integer.MAX_VALUE);
        city.tick();
        assertThat(city.count(Notices.DESTROYED)).isEqualTo(1);
        assertThat(city.ring().trouble()).isEmpty();
    }

    @Test
    void whoever_asks_at_the_same_time_gets_the_same_key() {
        Set<Keys.Answer> answers = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 200).parallel().forEach(i -> answers.add(city.at(PLANNING, city.now())));
        assertThat(answers).hasSize(1);
        city.tick();
        assertThat(city.count(Notices.MADE)).isEqualTo(1);
    }

    @Test
    void after_the_stop_there_is_no_key() throws IOException {
        Keys.EpochKey key = (Keys.EpochKey) city.at(PLANNING, city.now());
        city.stop();
        assertThat(key.isDestroyed()).isTrue();
        assertThat(city.at(PLANNING, city.now())).isEqualTo(Keys.Answer.No.DOWN);
    }
}
