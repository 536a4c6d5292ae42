package sluice.broker.core.plan.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.broker.core.port.Conditions.Facts;
import sluice.broker.core.port.Conditions.Freeze;
import sluice.broker.core.port.Conditions.Term;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.OptOuts;

final class BoardTest {
    private static final FlowKey FLOW = new FlowKey("traffic.passage", "planning", "app.planning");
    private static final long NOW = Instant.parse("2026-05-04T10:00:00Z").toEpochMilli();

    private final Board board = new Board();

    /** Fail closed: until the registers were read nothing flows, whatever the policies say. */
    @Test
    void a_board_on_which_nothing_was_written_says_no_to_everything() {
        int agreement = board.agreement("data-sharing");
        int assessment = board.assessment("pia-7");
        int free = board.free(FLOW);

        assertThat(board.sheet().holds(agreement, NOW)).isFalse();
        assertThat(board.sheet().holds(assessment, NOW)).isFalse();
        assertThat(board.sheet().holds(free, NOW)).isFalse();
        assertThat(board.isFree(FLOW)).isFalse();
    }

    @Test
    void an_agreement_holds_from_its_first_instant_to_before_its_last() {
        int agreement = board.agreement("data-sharing");
        board.activate(agreements(term(NOW, NOW + 1_000)));

        assertThat(board.sheet().holds(agreement, NOW - 1)).isFalse();
        assertThat(board.sheet().holds(agreement, NOW)).isTrue();
        assertThat(board.sheet().holds(agreement, NOW + 999)).isTrue();
        assertThat(board.sheet().holds(agreement, NOW + 1_000)).isFalse();
    }

    @Test
    void a_term_without_end_has_none_and_one_of_another_register_is_not_meant() {
        board.activate(agreements(new Term(Instant.MIN, Instant.MAX)));

        assertThat(board.sheet().holds(board.agreement("data-sharing"), NOW)).isTrue();
        assertThat(board.sheet().holds(board.assessment("data-sharing"), NOW)).isFalse();
        assertThat(board.sheet().holds(board.agreement("other"), NOW)).isFalse();
    }

    /** Whoever asks the same again gets the same answer, and the registers' facts are there for the operator. */
    @Test
    void a_question_keeps_its_number_and_no_two_have_the_same() {
        int first = board.agreement("data-sharing");
        int second = board.assessment("data-sharing");
        int third = board.agreement("other");

        assertThat(Set.of(first, second, third)).hasSize(3);
        assertThat(board.agreement("data-sharing")).isEqualTo(first);
        assertThat(board.assessment("data-sharing")).isEqualTo(second);
        assertThat(board.agreement("other")).isEqualTo(third);

        Facts facts = agreements(term(NOW, NOW + 1));
        board.activate(facts);
        assertThat(board.facts()).isSameAs(facts);
    }

    @Test
    void a_freeze_covers_what_it_names_and_nothing_else() {
        board.activate(frozen(new Freeze("traffic.passage", Freeze.ANY, "app.planning")));

        assertThat(board.isFree(FLOW)).isFalse();
        assertThat(board.isFree(new FlowKey("traffic.passage", "enforcement", "app.planning")))
                .isFalse();
        assertThat(board.isFree(new FlowKey("traffic.passage", "planning", "app.other")))
                .isTrue();
        assertThat(board.isFree(new FlowKey("waste.container", "planning", "app.planning")))
                .isTrue();
    }

    /** More questions than a sheet has room for at first; every earlier number stays right. */
    @Test
    void a_number_stays_the_same_however_many_questions_are_asked() {
        board.activate(agreements(term(NOW, NOW + 1)));
        int first = board.agreement("data-sharing");
        for (int i = 0; i < 1_000; i++) {
            int number = board.free(new FlowKey("traffic.passage", "planning", "app." + i));
            assertThat(board.sheet().holds(number, NOW)).isTrue();
        }

        assertThat(board.agreement("data-sharing")).isEqualTo(first);
        assertThat(board.sheet().holds(first, NOW)).isTrue();
        board.activate(Facts.UNKNOWN);
        assertThat(board.sheet().holds(first, NOW)).isFalse();
    }

    private static Term term(long from, long until) {
        return new Term(Instant.ofEpochMilli(from), Instant.ofEpochMilli(until));
    }

    private static Facts agreements(Term term) {
        return new Facts(Map.of("data-sharing", term), Map.of(), Set.of(), OptOuts.NOBODY);
    }

    private static Facts frozen(Freeze freeze) {
        return new Facts(Map.of(), Map.of(), Set.of(freeze), OptOuts.NOBODY);
    }
}
