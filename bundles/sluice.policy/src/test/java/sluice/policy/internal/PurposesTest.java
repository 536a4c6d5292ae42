package sluice.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.broker.core.model.Authority;
import sluice.broker.core.model.Consistency;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Notice;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.Where;
import sluice.policy.internal.words.PolicyCode;

/** The tree of purposes, what is inherited in it, and what the act allows. */
class PurposesTest {
    private static final String PURPOSES = "purposes/traffic.yaml";
    private static final String MORE = "purposes/more.yaml";
    private static final String CONTACT = "contact: {title: a, address: b, telephone: c}}";

    private final City city = new City();

    @Test
    void a_part_inherits_authority_ceiling_and_notices_of_the_whole() {
        city.with(MORE, "purpose: corridor-planning\nparent: traffic-planning\n");

        Purpose.Lawful whole = lawful("traffic-planning");
        Purpose.Lawful part = lawful("corridor-planning");
        assertThat(part.parent()).isEqualTo("traffic-planning");
        assertThat(part.authority()).isEqualTo(whole.authority());
        assertThat(part.ceiling()).isEqualTo(Label.DEIDENTIFIED);
        assertThat(part.notices()).isEqualTo(whole.notices()).hasSize(1);
    }

    @Test
    void a_part_may_say_more_strictly_what_the_whole_says() {
        city.with(MORE, "purpose: corridor-planning\nparent: traffic-planning\nceiling: AGGREGATE\n");

        assertThat(lawful("corridor-planning").ceiling()).isEqualTo(Label.AGGREGATE);
    }

    @Test
    void what_is_prohibited_is_prohibited_for_all_of_its_parts() {
        city.with(MORE, """
                purpose: billboards
                parent: advertising
                authority: {ground: law-enforcement, clause: none, manner: direct}
                ceiling: DIRECT
                ---
                purpose: moving-billboards
                parent: billboards
                """);

        assertThat(city.set().purposes().get("moving-billboards"))
                .isEqualTo(new Purpose.Prohibited(
                        "moving-billboards",
                        "billboards",
                        "MFIPPA s. 31, as a part of `advertising`",
                        new Where(MORE, 6)));
        city.replacing("policies/corridor.yaml", "purpose: traffic-planning", "purpose: billboards");
        assertThat(city.codes()).containsExactly(PolicyCode.PROHIBITED_PURPOSE);
    }

    @Test
    void a_cycle_is_refused_with_its_path_and_those_that_lead_into_it_are_silent() {
        city.with(MORE, """
                purpose: a
                parent: b
                ---
                purpose: b
                parent: c
                ---
                purpose: c
                parent: a
                ---
                purpose: d
                parent: a
                """);

        assertThat(city.problems())
                .containsExactly(
                        "`purposes/more.yaml` line 1: purpose is a part of itself: `a` -> `b` -> `c` -> `a`",
                        "`purposes/more.yaml` line 4: purpose is a part of itself: `b` -> `c` -> `a` -> `b`",
                        "`purposes/more.yaml` line 7: purpose is a part of itself: `c` -> `a` -> `b` -> `c`");
        assertThat(city.codes()).containsOnly(PolicyCode.PURPOSE_CYCLE);
    }

    /** MFIPPA s. 33: what an individual might have expected hangs on the notice that was in force. */
    @Test
    void a_consistent_use_holds_from_the_version_that_it_cites_to_the_next() {
        city.replacing(
                        PURPOSES,
                        "notice: {version: \"1\", from: \"2026-01-01\", en: we count, fr: nous comptons, " + CONTACT,
                        "notice:\n  - {version: \"1\", from: \"2026-01-01\", en: a, fr: b, " + CONTACT
                                + "\n  - {version: \"2\", from: \"2026-03-01\", en: a, fr: b, " + CONTACT)
                .with(MORE, """
                        purpose: signal-timing
                        authority: {ground: lawfully-authorised-activity, clause: a by-law, manner: direct}
                        ceiling: AGGREGATE
                        consistentWith:
                          - {purpose: traffic-planning, notice: "1", because: the notice says so}
                          - {purpose: traffic-planning, notice: "2", because: the notice says so}
                        """);

        List<Consistency> uses = lawful("signal-timing").consistentWith();
        assertThat(uses)
                .containsExactly(
                        new Consistency(
                                "traffic-planning",
                                "1",
                                "the notice says so",
                                Instant.parse("2026-01-01T05:00:00Z"),
                                Instant.parse("2026-03-01T05:00:00Z"),
                                new Where(MORE, 5)),
                        new Consistency(
                                "traffic-planning",
                                "2",
                                "the notice says so",
                                Instant.parse("2026-03-01T05:00:00Z"),
                                Instant.MAX,
                                new Where(MORE, 6)));
        assertThat(uses.get(0).covers(Instant.parse("2026-02-28T12:00:00Z"))).isTrue();
        assertThat(uses.get(0).covers(Instant.parse("2026-03-01T05:00:00Z"))).isFalse();
        assertThat(uses.get(0).covers(Instant.parse("2026-01-01T04:59:59Z"))).isFalse();
        assertThat(lawful("traffic-planning").notices())
                .extracting(Notice::version)
                .containsExactly("1", "2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ground: lawfully-authorised-activity | ground: statute | 1 | unknown-ground | profile `mfippa-1990` has no ground `statute`",
                "manner: direct | manner: s. 29(1)(g) | 1 | unknown-manner | profile `mfippa-1990` has no manner of collection `s. 29(1)(g)`; did you mean `s. 29(1)(h)`?",
                "manner: direct | 'manner: s. 29(1)(h)\nparent: x' | 3 | yaml-syntax | *",
                "ceiling: DEIDENTIFIED | 'ceiling: DEIDENTIFIED\nparent: traffik' | 1 | unknown-purpose | unknown parent `traffik`; did you mean `traffic-planning`?",
                "ceiling: DEIDENTIFIED | 'ceiling: DEIDENTIFIED\nconsistentWith: [{purpose: traffic-planning, notice: \"1\", because: x}]' | 4 | bad-value | a purpose is consistent with itself anyway; leave it out",
                "ceiling: DEIDENTIFIED | 'ceiling: DEIDENTIFIED\nconsistentWith: [{purpose: advertising, notice: \"1\", because: x}]' | 4 | prohibited-purpose | nothing is consistent with `advertising`, which is prohibited (MFIPPA s. 31)",
                "ceiling: DEIDENTIFIED | 'ceiling: DEIDENTIFIED\nconsistentWith: [{purpose: advertisng, notice: \"1\", because: x}]' | 4 | unknown-purpose | unknown purpose `advertisng`; did you mean `advertising`?",
                "ceiling: DEIDENTIFIED | 'ceiling: DEIDENTIFIED\nconsistentWith: [{purpose: other, because: x}]' | 4 | missing-key | key `notice` is missing",
                "'version: \"1\"' | version: 1 | 4 | wrong-type | `version` must be the name of a version, for example `2026-a`, got `1`; write it in quotes",
                "'from: \"2026-01-01\"' | 'from: \"2026-02-30\"' | 4 | wrong-type | `from` must be a date such as `2026-04-01`, or an instant such as `2026-04-01T06:00:00Z`, got `2026-02-30`",
                "'fr: nous comptons, ' | '' | 4 | missing-key | key `fr` is missing",
                "'telephone: c' | 'telefone: c' | 4 | unknown-key | unknown key `telefone`; did you mean `telephone`?",
            })
    void a_fault_is_told_with_its_code_line_and_help(String old, String fresh, int line, String code, String text) {
        city.replacing(PURPOSES, old, fresh == null ? "" : fresh);

        assertThat(city.codes()).contains(code);
        assertThat(city.problems())
                .anyMatch(problem -> problem.startsWith("`purposes/traffic.yaml` line " + line + ": ")
                        && (text.equals("*") || problem.endsWith(text)));
    }

    @Test
    void a_notice_that_is_not_there_can_not_be_cited() {
        city.with(MORE, """
                purpose: signal-timing
                parent: traffic-planning
                consistentWith: [{purpose: traffic-planning, notice: "2", because: x}]
                """);

        assertThat(city.problems())
                .containsExactly(
                        "`purposes/more.yaml` line 3: purpose `traffic-planning` has no notice `2`; did you mean `1`?");
    }

    @Test
    void the_ceiling_of_a_part_is_not_above_the_ceiling_of_the_whole() {
        city.with(MORE, "purpose: part\nparent: traffic-planning\nceiling: INDIRECT\n");

        assertThat(city.problems())
                .containsExactly("`purposes/more.yaml` line 1: ceiling INDIRECT is above DEIDENTIFIED, the ceiling of"
                        + " `traffic-planning`, which it is a part of");
    }

    @Test
    void a_purpose_alone_needs_an_authority_and_a_ceiling() {
        city.with(MORE, "purpose: part\n");

        assertThat(city.codes()).containsExactly("missing-key", "missing-key");
    }

    @Test
    void versions_of_a_notice_follow_one_another() {
        String second = "\n  - {version: \"2\", from: \"2026-01-01\", en: a, fr: b, " + CONTACT;
        city.replacing(
                PURPOSES,
                "notice: {version: \"1\", from: \"2026-01-01\", en: we count, fr: nous comptons, " + CONTACT,
                "notice:\n  - {version: \"1\", from: \"2026-01-01\", en: a, fr: b, " + CONTACT + second);

        assertThat(city.problems())
                .containsExactly("`purposes/traffic.yaml` line 4: version `2` does not begin after the one before it");
        city.replacing(PURPOSES, "\"2\"", "\"1\"");
        assertThat(city.problems()).containsExactly("`purposes/traffic.yaml` line 4: version `1` stands twice");
    }

    /** MFIPPA s. 29(2); s. 29(3) for law enforcement. */
    @Test
    void nobody_is_told_of_people_who_were_not_told_but_by_law_enforcement() {
        city.replacing(
                PURPOSES,
                "notice: {version: \"1\", from: \"2026-01-01\", en: we count, fr: nous comptons, " + CONTACT,
                "");
        assertThat(city.problems())
                .containsExactly("`policies/corridor.yaml` line 1: stream `traffic.plate` is about people, and purpose"
                        + " `traffic-planning` has no `notice`");

        city.replacing(PURPOSES, "lawfully-authorised-activity", Authority.Ground.LAW_ENFORCEMENT.toString());
        assertThat(city.problems()).isEmpty();
    }

    @Test
    void purposes_need_an_act_to_be_checked_against() {
        city.replacing("jurisdiction/act.yaml", "jurisdiction: mfippa-1990", "jurisdiction: mfippa-1991");

        assertThat(city.problems())
                .containsExactly("`purposes/traffic.yaml` line 1: no profile `mfippa-1990` in `jurisdiction/` to check"
                        + " purposes against; did you mean `mfippa-1991`?");
    }

    private Purpose.Lawful lawful(String name) {
        return (Purpose.Lawful) Objects.requireNonNull(city.set().purposes().get(name));
    }
}
