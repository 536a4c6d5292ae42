package sluice.broker.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.Reason;

final class DeviceTrackTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @Test
    void a_repeat_is_a_duplicate_until_64_others_have_come() {
        DeviceTrack track = new DeviceTrack(-1);
        for (int i = 0; i < DeviceTrack.WINDOW; i++) {
            track.note(id(i), -1, NOON);
        }
        assertThat(track.refuse(id(0), -1, NOON)).isEqualTo(Reason.DUPLICATE);

        track.note(id(64), -1, NOON);

        assertThat(track.refuse(id(0), -1, NOON)).isNull();
        assertThat(track.refuse(id(1), -1, NOON)).isEqualTo(Reason.DUPLICATE);
    }

    @Test
    void a_lower_number_at_the_same_or_an_earlier_time_is_out_of_order() {
        DeviceTrack track = new DeviceTrack(-1);
        track.note(id(1), 7, NOON);

        assertThat(track.refuse(id(2), 6, NOON)).isEqualTo(Reason.OUT_OF_ORDER);
        assertThat(track.refuse(id(2), 7, NOON.minusSeconds(1))).isEqualTo(Reason.OUT_OF_ORDER);
        assertThat(track.refuse(id(2), 8, NOON.minusSeconds(1))).isNull();
        assertThat(track.refuse(id(2), -1, NOON.minusSeconds(1))).isNull();
    }

    @Test
    void a_lower_number_at_a_later_time_is_a_device_that_counts_anew() {
        DeviceTrack track = new DeviceTrack(-1);
        track.note(id(1), 7, NOON);

        assertThat(track.refuse(id(2), 0, NOON.plusSeconds(1))).isNull();
        assertThat(track.note(id(2), 0, NOON.plusSeconds(1))).isEqualTo(new DeviceTrack.Step(0, true, false, false));
    }

    /** Apache Artemis may deliver an acknowledged message after the one behind it. */
    @Test
    void a_skipped_number_that_was_overtaken_is_accepted_once() {
        DeviceTrack track = new DeviceTrack(-1);
        track.note(id(1), 7, NOON);
        track.note(id(2), 9, NOON.plusSeconds(2));

        assertThat(track.refuse(id(3), 8, NOON.plusSeconds(1))).isNull();
        assertThat(track.note(id(3), 8, NOON.plusSeconds(1))).isEqualTo(DeviceTrack.Step.OVERTAKEN);
        assertThat(track.refuse(id(4), 8, NOON.plusSeconds(1))).isEqualTo(Reason.OUT_OF_ORDER);
        assertThat(track.note(id(5), 10, NOON.plusSeconds(3))).isEqualTo(DeviceTrack.Step.NEXT);
    }

    @Test
    void a_skipped_number_is_forgotten_when_64_others_could_have_come() {
        DeviceTrack track = new DeviceTrack(-1);
        track.note(id(1), 7, NOON);
        track.note(id(2), 9, NOON.plusSeconds(2));
        track.note(id(3), 8 + DeviceTrack.WINDOW + 1, NOON.plusSeconds(3));

        assertThat(track.refuse(id(4), 8, NOON.plusSeconds(1))).isEqualTo(Reason.OUT_OF_ORDER);
    }

    @Test
    void skipped_numbers_are_counted() {
        DeviceTrack track = new DeviceTrack(-1);
        assertThat(track.note(id(1), 7, NOON)).isEqualTo(DeviceTrack.Step.NEXT);
        assertThat(track.note(id(2), 8, NOON)).isEqualTo(DeviceTrack.Step.NEXT);
        assertThat(track.note(id(3), 12, NOON)).isEqualTo(new DeviceTrack.Step(3, false, false, false));
    }

    @Test
    void after_a_restart_the_sealed_number_tells_what_was_lost_and_a_lower_one_is_no_reset() {
        assertThat(new DeviceTrack(41).note(id(1), 45, NOON)).isEqualTo(new DeviceTrack.Step(3, false, true, false));
        assertThat(new DeviceTrack(41).note(id(1), 42, NOON)).isEqualTo(DeviceTrack.Step.NEXT);
        assertThat(new DeviceTrack(41).refuse(id(1), 5, NOON)).isNull();
        assertThat(new DeviceTrack(41).note(id(1), 5, NOON)).isEqualTo(new DeviceTrack.Step(0, false, true, false));
    }

    @Test
    void a_device_that_says_so_starts_with_a_clean_slate() {
        DeviceTrack track = new DeviceTrack(-1);
        track.note(id(1), 7, NOON);
        track.reset();

        assertThat(track.refuse(id(1), 7, NOON)).isNull();
        assertThat(track.note(id(2), 0, NOON)).isEqualTo(DeviceTrack.Step.NEXT);
    }

    /** Against a model that keeps everything and looks at all of it. */
    @Test
    void any_history_is_judged_as_by_a_track_that_forgets_nothing() {
        SplittableRandom random = new SplittableRandom(7);
        Map<Reason, Integer> refusals = new EnumMap<>(Reason.class);
        for (int round = 0; round < 500; round++) {
            long sealed = random.nextInt(3) == 0 ? random.nextInt(20) : -1;
            DeviceTrack track = new DeviceTrack(sealed);
            Model model = new Model(sealed);
            for (int i = 0; i < 300; i++) {
                Said said = new Said(
                        id(random.nextInt(120)), random.nextInt(40) - 1, NOON.plusSeconds(random.nextInt(30) + i / 10));
                Reason refused = track.refuse(said.id, said.number, said.at);

                assertThat(refused).isEqualTo(model.refuse(said));
                if (refused != null) {
                    refusals.merge(refused, 1, Integer::sum);
                } else {
                    assertThat(track.note(said.id, said.number, said.at)).isEqualTo(model.note(said));
                }
                if (random.nextInt(100) == 0) {
                    track.reset();
                    model.reset();
                }
            }
        }
        assertThat(refusals).containsOnlyKeys(Reason.DUPLICATE, Reason.OUT_OF_ORDER);
    }

    private static ReadingId id(long number) {
        return new ReadingId(0, number);
    }

    private record Said(ReadingId id, long number, Instant at) {}

    /** All that was accepted since the last reset, in order. */
    private static final class Model {
        private final List<Said> all = new ArrayList<>();
        private final Set<Long> skipped = new HashSet<>();
        private long sealed;

        Model(long sealed) {
            this.sealed = sealed;
        }

        @Nullable
        Reason refuse(Said said) {
            if (all.subList(Math.max(0, all.size() - 64), all.size()).stream()
                    .anyMatch(one -> one.id.equals(said.id))) {
                return Reason.DUPLICATE;
            }
            Said last = lastNumbered();
            boolean isLate =
                    last != null && said.number >= 0 && said.number <= last.number && !said.at.isAfter(last.at);
            return isLate && !skipped.contains(said.number) ? Reason.OUT_OF_ORDER : null;
        }

        DeviceTrack.Step note(Said said) {
            Said last = lastNumbered();
            if (last != null && !said.at.isAfter(last.at) && skipped.remove(said.number)) {
                all.add(new Said(said.id, -1, said.at));
                return DeviceTrack.Step.OVERTAKEN;
            }
            long before = last == null ? sealed : last.number;
            all.add(said);
            if (said.number >= 0 && before >= 0) {
                if (said.number <= before && last != null) {
                    skipped.clear();
                }
                for (long one = before + 1; one < said.number; one++) {
                    skipped.add(one);
                }
                skipped.removeIf(one -> one < said.number - 64);
            }
            if (said.number < 0 || before < 0) {
                return DeviceTrack.Step.NEXT;
            }
            long missing = Math.max(0, said.number - before - 1);
            boolean isNext = said.number == before + 1;
            boolean isKnownFromLedger = last == null;
            return new DeviceTrack.Step(
                    missing, said.number <= before && !isKnownFromLedger, !isNext && isKnownFromLedger, false);
        }

        void reset() {
            all.clear();
            skipped.clear();
            sealed = -1;
        }

        private @Nullable Said lastNumbered() {
            return all.stream()
                    .filter(one -> one.number >= 0)
                    .reduce((one, next) -> next)
                    .orElse(null);
        }
    }
}
