package sluice.broker.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the model puts itself into words for whoever asks why; and from when to when a notice was in force. */
final class WordsTest {
    private static final Instant FROM = Instant.parse("2026-01-01T05:00:00Z");
    private static final Where HERE = new Where("purposes/town.yaml", 7);

    @Test
    void conditions_read_as_sentences() {
        assertThat(List.of(
                        new PolicyCondition.Agreement("a-1"),
                        new PolicyCondition.Assessment("pia-7"),
                        new PolicyCondition.Hours(
                                Set.of(DayOfWeek.TUESDAY, DayOfWeek.MONDAY),
                                LocalTime.of(9, 0),
                                LocalTime.of(17, 30),
                                ZoneId.of("America/Toronto")),
                        new PolicyCondition.InZone("place", "old-town"),
                        new PolicyCondition.NotOptedOut("plate")))
                .extracting(PolicyCondition::toString)
                .containsExactly(
                        "agreement `a-1` is in force",
                        "assessment `pia-7` is approved",
                        "it is 09:00 to 17:30 on [MONDAY, TUESDAY], America/Toronto",
                        "field `place` lies in zone `old-town`",
                        "whom field `plate` names did not opt out");
    }

    @Test
    void choices_read_as_they_are_written() {
        assertThat(Jurisdiction.Status.IN_FORCE).hasToString("in-force");
        assertThat(Jurisdiction.Certainty.SEEN).hasToString("seen");
        assertThat(Recipient.Kind.THIRD_PARTY).hasToString("third-party");
    }

    @ParameterizedTest
    @CsvSource({"GAP, POLICY", "MALFORMED, DEVICE", "LEDGER_DOWN, RESOURCE"})
    void a_reason_is_somebodys_matter(Reason reason, Reason.Kind kind) {
        assertThat(reason.kind()).isEqualTo(kind);
    }

    /** What is shown of an argument has at most 60 characters of it. */
    @Test
    void a_long_argument_is_cut_short() {
        assertThat(Argument.of("a".repeat(60)).shown()).isEqualTo("`" + "a".repeat(60) + "`");
        assertThat(Argument.of("a".repeat(61)).shown()).isEqualTo("`" + "a".repeat(60) + "…`");
        assertThat(Argument.NONE.shown()).isEqualTo("nothing");
    }

    /** MFIPPA s. 33: from its first instant to the next version's, which is not part of it. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T04:59:59.999999999Z, false",
        "2026-01-01T05:00:00Z, true",
        "2026-03-01T04:59:59.999999999Z, true",
        "2026-03-01T05:00:00Z, false"
    })
    void a_version_of_a_notice_covers_what_was_collected_while_it_was_in_force(Instant collected, boolean covered) {
        Instant until = Instant.parse("2026-03-01T05:00:00Z");
        Consistency edge = new Consistency("planning", "2026-1", "the notice says so", FROM, until, HERE);

        assertThat(edge.covers(collected)).isEqualTo(covered);
    }

    @Test
    void the_notice_of_today_has_no_end() {
        Notice notice = new Notice(
                "2026-1", FROM, "we count", "nous comptons", new Notice.Contact("Privacy officer", "a", "b"), HERE);
        Authority authority = new Authority(Authority.Ground.STATUTE, "an act s. 1", "direct");
        Purpose.Lawful told =
                new Purpose.Lawful("planning", "", authority, Label.DIRECT, List.of(notice), List.of(), HERE);

        assertThat(told.collectedUnder())
                .containsExactly("collected under notice `2026-1` `purposes/town.yaml` line 7, in force from "
                        + "2026-01-01T05:00:00Z");
        assertThat(new Purpose.Lawful("planning", authority, Label.DIRECT, HERE).collectedUnder())
                .isEmpty();
    }
}
