package sluice.operator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.StoreCount;
import sluice.store.Answer;
import sluice.store.Hold;
import sluice.store.Overview;

class StoreTextTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:07:30Z");

    @Test
    void the_store_is_shown_by_counts_ages_and_holds() {
        Store.Place place = new Store.Place("sluice.app.waste", "waste-collection");
        Overview overview = new Overview(
                "SQLite `store.db`",
                812,
                2,
                NOW,
                List.of(
                        new StoreCount(place, StoreCount.State.LIVE, 12, Duration.ofHours(30), Duration.ZERO),
                        new StoreCount(place, StoreCount.State.HELD, 3, Duration.ofDays(400), Duration.ZERO)),
                List.of(new Hold("case-7", "*", "waste-collection", "file 2026-7", "ann", NOW)));

        assertThat(StoreText.of(overview)).isEqualTo("""
                        SQLite `store.db`, commit 812, 2 keys, last sweep 2026-05-04T10:07:30Z
                          OWNER            | PURPOSE          | STATE | RECORDS | OLDEST | OVERDUE
                          -----------------+------------------+-------+---------+--------+--------
                          sluice.app.waste | waste-collection | live  |      12 |   30 h |
                          sluice.app.waste | waste-collection | held  |       3 |  400 d |
                        hold case-7 on * for waste-collection since 2026-05-04T10:07:30Z by ann: file 2026-7
                        """);
    }

    @Test
    void an_empty_store_says_so() {
        assertThat(StoreText.of(new Overview("x", 0, 0, null, List.of(), List.of())))
                .isEqualTo("x, commit 0, 0 keys, last sweep not yet\n  nothing is kept\n");
    }

    @Test
    void an_answer_is_one_line() {
        assertThat(StoreText.of(new Answer.Done("done"))).isEqualTo("done");
        assertThat(StoreText.of(new Answer.Declined("hold-exists", "there is one")))
                .isEqualTo("there is one (hold-exists)");
    }
}
