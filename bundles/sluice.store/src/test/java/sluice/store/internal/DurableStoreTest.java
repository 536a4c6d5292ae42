package sluice.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.store.internal.StoreScene.BINS;
import static sluice.store.internal.StoreScene.PLATES;
import static sluice.store.internal.StoreScene.filesWith;
import static sluice.store.internal.StoreScene.keep;
import static sluice.store.internal.StoreScene.put;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.model.Label;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.StoreChange;
import sluice.broker.core.port.StoreTerms;
import sluice.broker.core.port.Trouble;

class DurableStoreTest {
    private static final Duration MONTH = Duration.ofDays(30);

    @TempDir
    Path folder;

    private StoreScene scene;

    @BeforeEach
    void open() throws Exception {
        scene = new StoreScene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void what_was_committed_is_there_after_a_restart() {
        assertThat(scene.commit(PLATES, MONTH, put("a", "one"), put("b", "two")))
                .isEmpty();

        scene.restart();

        assertThat(scene.read(PLATES, "a")).isEqualTo("one");
        assertThat(scene.shelf(PLATES).keys("")).containsExactly("a", "b");
        assertThat(scene.shelf(PLATES).told()).isEqualTo(Label.PSEUDONYMOUS);
        assertThat(scene.store.troubles()).isEmpty();
    }

    /** Otherwise a restart would launder what an application remembers. */
    @Test
    void what_the_owner_was_ever_told_is_remembered() {
        StoreTerms plates = new StoreTerms(Label.DIRECT, Set.of("traffic.plate"), MONTH, Duration.ZERO);
        StoreTerms bins = new StoreTerms(Label.NONPERSONAL, Set.of("waste.container"), MONTH, Duration.ZERO);
        scene.shelf(PLATES).commit(plates, List.of(put("a", "one")));
        scene.shelf(PLATES).commit(bins, List.of());

        scene.restart();

        assertThat(scene.shelf(PLATES).told()).isEqualTo(Label.DIRECT);
        assertThat(scene.shelf(PLATES).streams()).containsExactlyInAnyOrder("traffic.plate", "waste.container");
    }

    @Test
    void the_last_of_several_changes_of_a_key_counts() {
        scene.commit(PLATES, MONTH, put("a", "one"), new StoreChange.Delete("a"), put("a", "two"));
        scene.commit(PLATES, MONTH, put("a", "three"), put("b", "x"), new StoreChange.Delete("b"));

        scene.restart();

        assertThat(scene.read(PLATES, "a")).isEqualTo("three");
        assertThat(scene.shelf(PLATES).size()).isOne();
    }

    @Test
    void a_later_commit_has_a_higher_version() {
        scene.commit(PLATES, MONTH, put("a", "one"));
        scene.commit(BINS, MONTH, put("a", "one"));

        assertThat(scene.shelf(BINS).item("a").orElseThrow().version())
                .isGreaterThan(scene.shelf(PLATES).item("a").orElseThrow().version());
    }

    /** Section 31: what is kept for one purpose is not there for another. */
    @Test
    void nothing_is_seen_at_another_place() {
        scene.commit(PLATES, MONTH, put("a", "one"));

        assertThat(scene.shelf(new Store.Place(PLATES.owner(), BINS.purpose())).keys(""))
                .isEmpty();
        assertThat(scene.shelf(new Store.Place(BINS.owner(), PLATES.purpose())).keys(""))
                .isEmpty();
    }

    @Test
    void neither_key_nor_content_is_readable_on_disk() {
        scene.commit(PLATES, MONTH, put("QXZV-8412", "seen at QXZV-MAIN"));
        scene.close();

        assertThat(filesWith(folder, "QXZV")).isEmpty();
        assertThat(filesWith(folder, PLATES.purpose())).as("the search works").isNotEmpty();
    }

    @Test
    void a_record_past_its_deadline_is_not_found_even_before_the_sweep() {
        scene.commit(PLATES, MONTH, put("a", "one"));

        scene.clock.advance(MONTH);

        assertThat(scene.read(PLATES, "a")).isEmpty();
        assertThat(scene.shelf(PLATES).keys("")).isEmpty();
    }

    @Test
    void stricter_terms_hold_for_what_was_kept_before_too() {
        scene.commit(PLATES, MONTH, put("a", "one"));
        scene.commit(PLATES, Duration.ofDays(2), put("b", "two"));

        scene.advance(Duration.ofDays(2));

        assertThat(scene.read(PLATES, "a")).isEmpty();
        assertThat(scene.store.counts()).isEmpty();
        assertThat(scene.ledger.events())
                .filteredOn(event -> event.startsWith("store-shredded"))
                .hasSize(2);
    }

    @Test
    void a_key_with_which_nothing_is_sealed_any_more_is_destroyed() {
        scene.commit(PLATES, MONTH, put("a", "one"));
        scene.commit(PLATES, MONTH, new StoreChange.Delete("a"));

        scene.advance(Duration.ofMinutes(2));

        assertThat(scene.store.overview().keys()).isZero();
        assertThat(scene.ledger.events())
                .filteredOn(event -> event.startsWith("store-shredded"))
                .hasSize(1);
    }

    /** An instant that an application waits for is kept for that instant. */
    @Test
    void a_record_may_ask_for_more_time_than_the_terms_give() {
        Instant due = scene.clock.instant().plus(Duration.ofDays(10));
        scene.shelf(PLATES)
                .commit(keep(Duration.ofHours(1)), List.of(new StoreChange.Put("w", "wake", new byte[0], due)));

        scene.advance(Duration.ofDays(9));
        assertThat(scene.shelf(PLATES).keys("w")).hasSize(1);

        scene.advance(Duration.ofDays(3));
        assertThat(scene.store.counts()).isEmpty();
    }

    @Test
    void a_changed_or_moved_record_is_given_to_nobody_and_reported() throws Exception {
        scene.commit(PLATES, MONTH, put("a", "one"));
        scene.close();
        Sqlite.run(folder, "UPDATE store_record SET owner = 'sluice.app.waste', purpose = 'waste-collection'");
        scene.restart();

        assertThat(scene.shelf(BINS).keys("")).isEmpty();
        assertThat(scene.store.troubles()).extracting(Trouble::code).containsExactly("store-unreadable");
    }

    @Test
    void a_key_or_record_too_long_is_a_defect_of_the_caller() {
        Store.Shelf shelf = scene.shelf(PLATES);
        StoreTerms terms = keep(MONTH);
        StoreChange longKey = put("k".repeat(Store.Shelf.MAX_KEY + 1), "");
        StoreChange longContent = new StoreChange.Put("k", "", new byte[Store.Shelf.MAX_CONTENT + 1], Instant.EPOCH);

        assertThatThrownBy(() -> shelf.commit(terms, List.of(longKey))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shelf.commit(terms, List.of(longContent)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(shelf.keys("")).isEmpty();
    }

    @Test
    void keys_of_any_characters_are_told_apart_and_sorted() {
        scene.commit(PLATES, MONTH, put("é", "1"), put("e\u0301", "2"), put("", "3"), put("a\0b", "4"), put("😀", "5"));

        scene.restart();

        assertThat(scene.shelf(PLATES).keys("")).containsExactly("", "a\0b", "e\u0301", "é", "😀");
        assertThat(scene.read(PLATES, "a\0b")).isEqualTo("4");
    }

    @Test
    void many_places_commit_at_once_and_lose_nothing() throws Exception {
        List<Thread> threads = new java.util.ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Store.Place place = new Store.Place("app" + i, "purpose" + i % 3);
            threads.add(new Thread(() -> {
                for (int n = 0; n < 50; n++) {
                    scene.commit(place, MONTH, put("k" + n, "v" + n), put("last", "" + n));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        scene.restart();

        for (int i = 0; i < 16; i++) {
            Store.Shelf shelf = scene.shelf(new Store.Place("app" + i, "purpose" + i % 3));
            assertThat(shelf.size()).isEqualTo(51);
            assertThat(new String(shelf.item("last").orElseThrow().content(), UTF_8))
                    .isEqualTo("49");
        }
    }
}
