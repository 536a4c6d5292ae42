package sluice.spool.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.spool.internal.SpoolScene.PLANNING;
import static sluice.spool.internal.SpoolScene.WASTE;
import static sluice.spool.internal.SpoolScene.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.port.Trouble;

class JournalSpoolTest {
    @TempDir
    private Path folder;

    private SpoolScene scene;

    @BeforeEach
    void scene() {
        scene = new SpoolScene(folder);
    }

    @Test
    void positions_rise_over_all_recipients_and_across_restarts() {
        KeptSpool first = scene.open();
        scene.append(first, WASTE, "a");
        scene.append(first, PLANNING, "b");
        scene.append(first, WASTE, "c");
        scene.close(first);
        KeptSpool second = scene.open();
        scene.append(second, WASTE, "d");
        scene.close(second);
        assertThat(scene.positions).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void a_recipient_is_replayed_its_own_entries_that_it_has_not_had_in_order() {
        KeptSpool first = scene.open();
        scene.append(first, WASTE, "a", "b", "c");
        scene.append(first, PLANNING, "x");
        scene.append(first, WASTE, "d", "");
        first.consumed(WASTE, 1);
        scene.close(first);
        KeptSpool second = scene.open();
        assertThat(replay(second, WASTE)).containsExactly("c", "d", "");
        assertThat(replay(second, PLANNING)).containsExactly("x");
        assertThat(replay(second, "nobody")).isEmpty();
        scene.close(second);
    }

    /** The broker may start anew over a spool that goes on: what its earlier life left is there. */
    @Test
    void what_an_earlier_broker_left_is_replayed_too() {
        KeptSpool first = scene.open();
        scene.append(first, WASTE, "before");
        scene.close(first);
        KeptSpool second = scene.open();
        scene.append(second, WASTE, "after");
        assertThat(replay(second, WASTE)).containsExactly("before", "after");
        assertThat(replay(second, WASTE)).containsExactly("before", "after");
        second.consumed(WASTE, scene.lastPosition());
        assertThat(replay(second, WASTE)).isEmpty();
        scene.close(second);
    }

    @Test
    void how_far_a_recipient_is_survives_a_crash_once_it_was_written() throws IOException {
        KeptSpool first = scene.open();
        scene.append(first, WASTE, "a", "b", "c");
        first.consumed(WASTE, 0);
        first.tick();
        first.consumed(WASTE, 1);
        byte[] cursors = Files.readAllBytes(folder.resolve("cursors"));
        scene.close(first);
        Files.write(folder.resolve("cursors"), cursors);
        KeptSpool second = scene.open();
        assertThat(replay(second, WASTE)).containsExactly("b", "c");
        scene.close(second);
    }

    @Test
    void files_go_when_all_have_had_what_is_in_them_and_not_before() throws IOException {
        KeptSpool spool = scene.open();
        scene.append(spool, PLANNING, "slow");
        scene.appendKilobytes(spool, WASTE, 500);
        spool.consumed(WASTE, scene.lastPosition());
        spool.tick();
        assertThat(scene.files()).hasSizeGreaterThan(3);
        spool.consumed(PLANNING, 0);
        spool.tick();
        assertThat(scene.files()).hasSize(1);
        long last = scene.lastPosition();
        scene.close(spool);
        KeptSpool again = scene.open();
        scene.append(again, WASTE, "next");
        assertThat(scene.lastPosition()).isEqualTo(last + 1);
        scene.close(again);
    }

    @Test
    void a_recipient_that_never_comes_back_loses_its_oldest_entries_counted_and_fills_no_disk() throws IOException {
        KeptSpool spool = scene.open();
        for (int i = 0; i < 4; i++) {
            scene.appendKilobytes(spool, PLANNING, 500);
            scene.append(spool, WASTE, "had " + i);
            spool.consumed(WASTE, scene.lastPosition());
            spool.tick();
            assertThat((long) scene.files().size() * SpoolScene.MEGABYTE / 8).isLessThanOrEqualTo(SpoolScene.MEGABYTE);
        }
        assertThat(spool.trouble()).isEmpty();
        Trouble overflow = spool.troubles().get(0);
        assertThat(overflow.code()).isEqualTo("overflow");
        assertThat(overflow.what()).isEqualTo("application " + PLANNING);
        scene.close(spool);

        KeptSpool again = scene.open();
        int left = replay(again, PLANNING).size();
        assertThat(left).isBetween(500, 1_100);
        assertThat(overflow.why()).startsWith((2_000 - left) + " observations");
        assertThat(replay(again, WASTE)).isEmpty();
        scene.close(again);
    }

    @Test
    void an_overflow_is_no_trouble_any_more_when_the_recipient_is_back() {
        KeptSpool spool = scene.open();
        scene.appendKilobytes(spool, PLANNING, 1_500);
        spool.tick();
        assertThat(spool.troubles()).hasSize(1);
        spool.consumed(PLANNING, scene.lastPosition());
        assertThat(spool.troubles()).isEmpty();
        scene.close(spool);
    }

    @Test
    void a_recipient_can_not_have_had_what_it_was_never_given() {
        KeptSpool first = scene.open();
        scene.append(first, WASTE, "a");
        first.consumed(WASTE, Long.MAX_VALUE);
        first.consumed(PLANNING, Long.MAX_VALUE);
        scene.append(first, WASTE, "b");
        scene.append(first, PLANNING, "c");
        first.consumed(WASTE, -5);
        scene.close(first);
        KeptSpool second = scene.open();
        assertThat(replay(second, WASTE)).containsExactly("b");
        assertThat(replay(second, PLANNING)).containsExactly("c");
        scene.close(second);
    }

    @Test
    void cursors_from_a_journal_that_is_gone_hide_nothing_in_a_new_one() throws IOException {
        KeptSpool first = scene.open();
        scene.append(first, WASTE, "a", "b", "c");
        first.consumed(WASTE, 2);
        scene.close(first);
        Files.delete(scene.files().get(0));
        KeptSpool second = scene.open();
        scene.append(second, WASTE, "new");
        scene.close(second);
        KeptSpool third = scene.open();
        assertThat(replay(third, WASTE)).containsExactly("new");
        scene.close(third);
    }

    @Test
    void broken_cursors_replay_all_and_say_so() throws IOException {
        KeptSpool first = scene.open();
        scene.append(first, WASTE, "a", "b");
        first.consumed(WASTE, 1);
        scene.close(first);
        Files.writeString(folder.resolve("cursors"), "9 sluice.app.waste\n00000000\n");
        KeptSpool second = scene.open();
        assertThat(second.troubles()).extracting(Trouble::code).containsExactly("spool-down");
        assertThat(second.trouble()).isEmpty();
        assertThat(replay(second, WASTE)).containsExactly("a", "b");
        scene.close(second);
    }

    @Test
    void a_damaged_entry_is_named_and_costs_nobody_else() throws IOException {
        KeptSpool first = scene.open();
        IntStream.range(0, 10).forEach(i -> scene.append(first, WASTE, "entry-" + i));
        scene.close(first);
        byte[] bytes = Files.readAllBytes(scene.files().get(0));
        bytes[36 + 24 + 5] ^= 1;
        Files.write(scene.files().get(0), bytes);
        KeptSpool second = scene.open();
        assertThat(second.troubles()).extracting(Trouble::code).containsExactly("spool-damaged");
        assertThat(second.troubles().get(0).why()).contains("entry 0");
        assertThat(replay(second, WASTE)).hasSize(9);
        scene.append(second, WASTE, "goes on");
        scene.close(second);
    }

    @Test
    void names_and_entries_out_of_bounds_are_refused_and_the_spool_goes_on() {
        KeptSpool spool = scene.open();
        for (String name : new String[] {"", "two\nlines", "x".repeat(256)}) {
            assertThatThrownBy(() -> spool.append(name, new byte[1], position -> {}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> spool.append(WASTE, new byte[SpoolScene.MEGABYTE], position -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        scene.append(spool, "x".repeat(255), "fits");
        scene.close(spool);
    }
}
