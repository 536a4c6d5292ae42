package sluice.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.broker.core.model.Declassification;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.model.Recipient;
import sluice.broker.core.model.Where;
import sluice.policy.internal.words.PolicyCode;

/** Conditions, the recipients that need one, schedules, and declassifications. */
class ConditionsTest {
    private static final String POLICY = "policies/corridor.yaml";
    private static final String SCHEDULE = """
            schedule: working-hours
            days: [monday, friday]
            from: "07:00"
            to: "19:00"
            timeZone: America/Toronto
            """;
    private static final String THIRD_PARTY = """
            recipient: sluice.app.planning
            kind: third-party
            title: somebody else
            agreement: regional
            """;
    private static final String DECLASSIFY = """
            declassify: {publisher: sluice.app.planning, stream: traffic.plate, to: AGGREGATE}
            reason: counts only
            approver: privacy officer
            until: "2027-01-01"
            """;

    private final City city = new City().with("schedules/a.yaml", SCHEDULE);

    @Test
    void every_kind_of_condition_is_read_in_the_order_of_the_file() {
        conditions("""
                conditions:
                  - {agreement: regional}
                  - {assessment: plates-2026}
                  - {schedule: working-hours}
                  - {zone: old-town, field: position}
                  - {opt-out: plate}
                """);

        assertThat(city.set().policies().get(0).conditions())
                .containsExactly(
                        new PolicyCondition.Agreement("regional"),
                        new PolicyCondition.Assessment("plates-2026"),
                        new PolicyCondition.Hours(
                                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                LocalTime.of(7, 0),
                                LocalTime.of(19, 0),
                                ZoneId.of("America/Toronto")),
                        new PolicyCondition.InZone("position", "old-town"),
                        new PolicyCondition.NotOptedOut("plate"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{schedule: working-hour} | 3 | unknown-schedule | unknown schedule `working-hour`; did you mean `working-hours`?",
                "{zone: old-twon, field: position} | 1 | unknown-zone | the city has no zone `old-twon`; did you mean `old-town`?",
                "{zone: old-town, field: postion} | 1 | unknown-field | stream `traffic.plate` has no field `postion`; did you mean `position`?",
                "{zone: old-town, field: plate} | 1 | bad-value | a condition needs a `point`, and field `plate` is a `text`",
                "{opt-out: confidence} | 1 | bad-value | a condition needs a `text`, and field `confidence` is a `double`",
                "{zone: old-town} | 3 | bad-value | one condition for each map, for example `{agreement: NAME}`, or `{zone: NAME, field: NAME}`; for several, write several",
                "{agreement: a, assessment: b} | 3 | bad-value | one condition for each map, for example `{agreement: NAME}`, or `{zone: NAME, field: NAME}`; for several, write several",
                "{agreemnt: a} | 3 | unknown-key | unknown key `agreemnt`; did you mean `agreement`?",
                "agreement | 3 | wrong-type | `conditions` must be a map, got `agreement`",
            })
    void a_fault_in_a_condition_is_told_with_its_code_line_and_help(
            String condition, int line, String code, String text) {
        conditions("conditions:\n  - " + condition + "\n");

        assertThat(city.codes().get(0)).isEqualTo(code);
        assertThat(city.problems().get(0)).endsWith(text).contains(" line " + (line == 3 ? 4 : line) + ": ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "monday | mondy | 2 | unknown day `mondy`; did you mean `monday`?",
                "'\"07:00\"' | '\"7:00\"' | 3 | `from` must be a time of day such as `\"06:30\"`, got `7:00`",
                "'\"19:00\"' | '\"24:00\"' | 4 | `to` must be a time of day such as `\"06:30\"`, got `24:00`",
                "America/Toronto | America/Torontoo | 5 | unknown time zone `America/Torontoo`; did you mean `America/Toronto`?",
                "'days: [monday, friday]' | 'days: []' | 2 | `days` must be a list of 1 to 7, got a list of 0",
            })
    void a_fault_in_a_schedule_is_told_with_its_line_and_help(String old, String fresh, int line, String text) {
        city.replacing("schedules/a.yaml", old, fresh);

        assertThat(city.problems()).containsExactly("`schedules/a.yaml` line " + line + ": " + text);
    }

    /** Fact sheet: oversight of third parties. Silence is not an agreement. */
    @Test
    void a_policy_that_names_a_third_party_needs_its_agreement_as_a_condition() {
        city.with("recipients/a.yaml", THIRD_PARTY);
        assertThat(city.problems())
                .containsExactly(
                        "`policies/corridor.yaml` line 1: recipient `sluice.app.planning` is a third party; add"
                                + " `{agreement: regional}` to `conditions`");

        conditions("conditions: [{agreement: another}]\n");
        assertThat(city.codes()).containsExactly(PolicyCode.NO_AGREEMENT_CONDITION);
        city.replacing(POLICY, "another", "regional");
        assertThat(city.problems()).isEmpty();
        assertThat(city.set().recipients().get("sluice.app.planning"))
                .isEqualTo(new Recipient(
                        "sluice.app.planning",
                        Recipient.Kind.THIRD_PARTY,
                        "somebody else",
                        "regional",
                        new Where("recipients/a.yaml", 1)));
    }

    @Test
    void a_third_party_without_an_agreement_is_refused() {
        city.with("recipients/a.yaml", THIRD_PARTY.replace("agreement: regional\n", ""));

        assertThat(city.problems()).containsExactly("`recipients/a.yaml` line 1: key `agreement` is missing");
    }

    /** What an exit is told leaves the platform. */
    @Test
    void an_exit_that_is_not_listed_is_told_nothing() {
        city.replacing(POLICY, "recipient: sluice.app.planning", "recipient: \"sink:opendata\"");
        assertThat(city.problems())
                .containsExactly("`policies/corridor.yaml` line 1: no file in `recipients/` lists `sink:opendata`");

        city.with("recipients/a.yaml", "recipient: \"sink:opendata\"\nkind: internal\ntitle: open data\n");
        assertThat(city.problems()).isEmpty();
    }

    @Test
    void a_declassification_is_read_with_its_end() {
        city.with("policies/z.yaml", DECLASSIFY);

        assertThat(city.set().declassifications())
                .containsExactly(new Declassification(
                        "sluice.app.planning",
                        "traffic.plate",
                        Label.AGGREGATE,
                        "counts only",
                        "privacy officer",
                        Instant.parse("2027-01-01T05:00:00Z"),
                        new Where("policies/z.yaml", 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'reason: counts only\n' | '' | 1 | key `reason` is missing",
                "'until: \"2027-01-01\"\n' | '' | 1 | key `until` is missing",
                "to: AGGREGATE | to: AGREGATE | 1 | unknown label `AGREGATE`; did you mean `AGGREGATE`?",
                "stream: traffic.plate | stream: traffic.plates | 1 | unknown stream `traffic.plates`; did you mean `traffic.plate`?",
                "'reason: counts only' | 'reason: counts only\npolicy: x' | 3 | unknown key `policy`; known: `approver`, `declassify`, `reason`, `until`",
            })
    void a_fault_in_a_declassification_is_told(String old, String fresh, int line, String text) {
        city.with("policies/z.yaml", DECLASSIFY).replacing("policies/z.yaml", old, fresh == null ? "" : fresh);

        assertThat(city.problems()).containsExactly("`policies/z.yaml` line " + line + ": " + text);
    }

    private void conditions(String text) {
        city.with(POLICY, City.POLICY.replace("fields:", text + "fields:"));
    }
}
