package sluice.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.store.internal.StoreScene.BINS;
import static sluice.store.internal.StoreScene.PLATES;
import static sluice.store.internal.StoreScene.put;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.model.Label;
import sluice.broker.core.port.StoreChange;
import sluice.broker.core.port.StoreCount;
import sluice.broker.core.port.StoreCount.State;
import sluice.broker.core.port.StoreTerms;
import sluice.store.Answer;
import sluice.store.Hold;

/** At least beats at most, a legal hold beats both; and one sees why something is still kept. O. Reg. 823 s. 5: one year after use. */
class RetentionTest {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);

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
    void the_least_time_beats_the_longest() {
        scene.shelf(BINS).commit(new StoreTerms(Label.INDIRECT, Set.of(), MONTH, YEAR), List.of(put("a", "one")));

        scene.advance(Duration.ofDays(364));
        assertThat(scene.read(BINS, "a")).isEqualTo("one");

        scene.advance(Duration.ofDays(20));
        assertThat(scene.store.counts()).isEmpty();
    }

    @Test
    void what_is_deleted_before_its_least_time_is_out_of_sight_and_still_there() {
        StoreTerms terms = new StoreTerms(Label.INDIRECT, Set.of(), YEAR.multipliedBy(2), YEAR);
        scene.shelf(BINS).commit(terms, List.of(put("a", "one"), put("b", "two")));
        scene.shelf(BINS).commit(terms, List.of(new StoreChange.Delete("a"), put("b", "three")));

        scene.advance(Duration.ofDays(364));
        assertThat(scene.shelf(BINS).keys("")).containsExactly("b");
        assertThat(states()).containsExactly("live 1", "retained 2");
        scene.restart();
        assertThat(scene.shelf(BINS).keys("")).containsExactly("b");

        scene.advance(Duration.ofDays(2));
        assertThat(states()).containsExactly("live 1");
    }

    @Test
    void a_legal_hold_keeps_what_is_past_its_deadline_out_of_sight() {
        scene.commit(PLATES, MONTH, put("a", "one"));
        scene.commit(BINS, MONTH, put("a", "one"));
        assertThat(scene.store.hold(hold("case-7", PLATES.owner(), Hold.ANY))).isInstanceOf(Answer.Done.class);

        scene.advance(Duration.ofDays(60));

        assertThat(scene.read(PLATES, "a")).isEmpty();
        assertThat(states()).containsExactly("held 1");
        assertThat(scene.store.troubles()).as("nothing is overdue").isEmpty();
        assertThat(scene.store.overview().keys()).isOne();

        assertThat(scene.store.release("case-7", "ann")).isInstanceOf(Answer.Done.class);
        scene.advance(Duration.ofMinutes(2));
        assertThat(states()).isEmpty();
        assertThat(scene.store.overview().keys()).isZero();
        assertThat(scene.ledger.events()).anyMatch(event -> event.startsWith("hold-added {by=ann, name=case-7"));
    }

    @Test
    void what_is_deleted_under_a_hold_stays_out_of_sight() {
        scene.commit(PLATES, MONTH, put("a", "one"));
        scene.store.hold(hold("case-7", Hold.ANY, Hold.ANY));

        scene.commit(PLATES, MONTH, new StoreChange.Delete("a"));
        scene.advance(Duration.ofDays(1));

        assertThat(scene.shelf(PLATES).keys("")).isEmpty();
        assertThat(states()).containsExactly("retained 1");
    }

    @Test
    void a_hold_has_a_name_of_its_own_and_says_why() {
        assertThat(scene.store.hold(hold("case-7", Hold.ANY, Hold.ANY))).isInstanceOf(Answer.Done.class);

        assertThat(code(scene.store.hold(hold("case-7", Hold.ANY, Hold.ANY)))).isEqualTo("hold-exists");
        assertThat(code(scene.store.hold(hold("Case 8", Hold.ANY, Hold.ANY)))).isEqualTo("bad-name");
        assertThat(code(scene.store.hold(hold("case-9", "'; DROP TABLE", Hold.ANY))))
                .isEqualTo("bad-name");
        assertThat(code(scene.store.release("case-9", "ann"))).isEqualTo("no-such-hold");
        assertThat(scene.store.overview().holds()).isEmpty();
        scene.advance(Duration.ofMinutes(1));
        assertThat(scene.store.overview().holds()).extracting(Hold::name).containsExactly("case-7");
    }

    /** The census knows nothing of how the sweep finds what it deletes. */
    @Test
    void a_record_that_the_sweep_left_is_found_and_reported() throws Exception {
        scene.commit(PLATES, MONTH, put("a", "one"));
        scene.advance(MONTH.minusDays(2));
        assertThat(scene.store.counts()).hasSize(1).allSatisfy(count -> {
            assertThat(count.overdue()).isZero();
            assertThat(count.oldest()).isBetween(MONTH.minusDays(2), MONTH.minusDays(1));
        });

        scene.close();
        List<StoreCount> later;
        try (Connection connection = Sqlite.open(folder)) {
            later = Census.take(connection, Set.of(), scene.clock.instant().plus(MONTH))
                    .counts();
        }

        assertThat(later).extracting(StoreCount::overdue).allMatch(overdue -> overdue.toDays() >= 27);
    }

    private List<String> states() {
        return scene.store.counts().stream()
                .map(count -> count.state() + " " + count.records())
                .toList();
    }

    private Hold hold(String name, String owner, String purpose) {
        return new Hold(name, owner, purpose, "file 2026-7", "ann", scene.clock.instant());
    }

    private static String code(Answer answer) {
        return answer instanceof Answer.Declined declined ? declined.code() : "";
    }

    /** Every state of a record has a word. */
    @Test
    void states_are_words() {
        assertThat(State.values()).extracting(State::toString).containsExactly("live", "retained", "held");
    }
}
