package sluice.operator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.broker.core.port.BrokerView.Sample;
import sluice.broker.core.port.Ledger.Verification;
import sluice.broker.core.port.MqttSource;
import sluice.broker.core.port.Trouble;
import sluice.devices.Answer;
import sluice.devices.ImportReport;
import sluice.operator.internal.FakeBroker;
import sluice.operator.internal.FakeDevices;
import sluice.operator.internal.Finding;

class TextTest {
    private final FakeBroker broker = FakeBroker.city();

    @Test
    void flows_are_grouped_by_stream_and_name_their_rule() {
        assertThat(FlowsText.of(broker)).isEqualTo("""
                          PURPOSE          | RECIPIENT               | DECISION        | PERMITTED | DENIED | GAP | QUEUED | P50/P99 ms
                          -----------------+-------------------------+-----------------+-----------+--------+-----+--------+-----------
                        traffic.plate (12,390 readings classified, 1 field stripped)
                          advertising      | sluice.demo.advertising | deny prohibited |         0 |     45 |   0 |      0 |          -
                            rule: purpose `advertising` is prohibited by MFIPPA s. 31
                          traffic-planning | sluice.app.planning     | permit          |    12,345 |      9 |   1 |      0 |  0.42/12.6
                            rule: policy `corridor-counts` (`policies/corridor-counts.yaml` line 1)
                            denied: inaccurate 7, overflow 2
                        waste.container (0 readings classified, 0 fields stripped)
                          street-cleaning  | sluice.app.sweeper      | gap             |         0 |      0 |  40 |      0 |          -
                            rule: no policy speaks of it
                        """);
    }

    @Test
    void who_can_see_names_operators_label_and_rule_and_who_is_refused() {
        assertThat(SightText.of("traffic.plate.observed", broker.sights)).isEqualTo("""
                        What is made from traffic.plate.observed is told to
                          RECIPIENT           | PURPOSE          | OUTPUT   | LABEL
                          --------------------+------------------+----------+-------------
                          sluice.app.planning | traffic-planning | observed | DEIDENTIFIED
                            made by: round-time PT15M
                            by policy `corridor-counts` `policies/corridor-counts.yaml` line 1; the application is here and is told
                            collected under notice `2026-1` `purposes/traffic.yaml` line 9, in force from 2026-01-01T05:00:00Z

                        Refused
                          RECIPIENT               | PURPOSE     | REFUSED
                          ------------------------+-------------+-----------
                          sluice.demo.advertising | advertising | prohibited
                            purpose `advertising` is prohibited
                        """);
    }

    @Test
    void the_city_fits_120_columns() {
        String everything = FlowsText.of(broker) + DoorText.of(broker) + SampleText.of(broker.samples());
        assertThat(everything.lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void a_platform_without_applications_says_so() {
        assertThat(FlowsText.of(new FakeBroker()))
                .isEqualTo("  no application asks for a stream; `bundle:list` shows which are installed\n");
    }

    @Test
    void the_door_says_whose_matter_a_refusal_is() {
        assertThat(DoorText.of(broker)).isEqualTo("""
                        At the door
                          MESSAGES     |  COUNT | WHOSE MATTER
                          -------------+--------+-------------
                          accepted     | 12,400 |
                          malformed    |      3 | device
                          rate-limited |      1 | resource

                        Of each stream
                          READINGS   |  COUNT | WHOSE MATTER
                          -----------+--------+-------------
                        traffic.plate
                          classified | 12,390 |
                          inaccurate |      7 | device
                          stripped   |      1 |
                        """);
    }

    @Test
    void why_names_the_thing_the_code_and_the_root_cause() {
        Trouble trouble = new Trouble(
                "above-ceiling",
                "application sluice.demo.platewatch",
                "field `plate` of `traffic.plate` is DIRECT, which is above the ceiling AGGREGATE of `traffic-planning`; take"
                        + " it out of the record");
        assertThat(WhyText.of(List.of(new Finding("broker", trouble)))).isEqualTo("""
                        1 thing does not run
                          WHAT                               | CODE          | PART
                          -----------------------------------+---------------+-------
                          application sluice.demo.platewatch | above-ceiling | broker
                            field `plate` of `traffic.plate` is DIRECT, which is above the ceiling AGGREGATE of `traffic-planning`; take it out
                            of the record
                        """);
        assertThat(WhyText.of(List.of())).isEqualTo("everything runs\n");
    }

    @Test
    void a_sample_shows_what_was_dropped() {
        assertThat(SampleText.of(broker.samples())).isEqualTo("""
                        traffic.plate for traffic-planning to sluice.app.planning
                          FIELD    | BEFORE               | AFTER
                          ---------+----------------------+---------------------
                          day      |                      | wednesday
                          observed | 2026-07-01T08:07:12Z | 2026-07-01T08:00:00Z
                          plate    | SIM0417              | (dropped)
                          segment  | king-west            | king-west
                        """);
    }

    @Test
    void a_long_value_is_cut() {
        Sample sample = new Sample(FakeBroker.PLANNING, Map.of("a", "x".repeat(300)), Map.of());
        assertThat(SampleText.of(List.of(sample)))
                .contains("x".repeat(57) + "...")
                .doesNotContain("x".repeat(58));
    }

    @Test
    void without_a_simulated_record_nothing_is_shown() {
        assertThat(SampleText.of(List.of())).contains("records of real devices are never shown");
    }

    @Test
    void devices_show_their_addresses_and_no_secret() {
        assertThat(DevicesText.of(new FakeDevices().all())).isEqualTo("""
                          DEVICE  | DRIVER                 | ADDRESS                 | ZONE     | LEAST LABEL | SIMULATED
                          --------+------------------------+-------------------------+----------+-------------+----------
                          bin-001 | sluice.driver.smartbin | deveui:0101010101010101 |          |             | yes
                            behind tts
                          cam-12  | sluice.driver.alpr     | http:cam-12             | downtown | INDIRECT    |
                            also mqtt:alpr/cam-12
                        2 devices
                        """);
    }

    @Test
    void accounts_show_their_prefix_and_no_hash() {
        assertThat(SourcesText.of(
                        List.of(new MqttSource("tts", "pbkdf2:1:c2FsdA==:aGFzaA==", "v3/", true).asNetworkServer())))
                .isEqualTo("""
                          ACCOUNT | PREFIX | SPEAKS FOR        | AT REST
                          --------+--------+-------------------+--------------
                          tts     | v3/    | devices behind it | waits on disk
                        """);
    }

    @Test
    void a_broken_ledger_names_the_entry() {
        assertThat(VerificationText.of(new Verification(true, 1, -1, "")))
                .isEqualTo("ledger intact: 1 entry read, all lead to the signed checkpoint\n");
        assertThat(VerificationText.of(new Verification(false, 12_345, 77, "`000001.log`: the hash differs")))
                .isEqualTo("""
                        LEDGER NOT INTACT: entry 77 is not what the checkpoint says (12,345 entries before it are)
                          `000001.log`: the hash differs
                        """);
    }

    @Test
    void an_explanation_is_the_decision_then_its_rules() {
        assertThat(ExplanationText.of(List.of("deny", "rule one", "rule two")))
                .isEqualTo("deny\n  rule one\n  rule two\n");
        assertThat(ExplanationText.of(List.of())).isEqualTo("no rule was considered\n");
    }

    @Test
    void a_new_secret_is_shown_with_its_warning() {
        assertThat(RegistrarText.of(new Answer.Done("devices/cam-12.yaml", "s3cret"), "secret"))
                .isEqualTo("done: `devices/cam-12.yaml`\nsecret: s3cret (shown this once, kept nowhere)\n");
        assertThat(RegistrarText.of(new Answer.Done("devices/bin-1.yaml", ""), "secret"))
                .isEqualTo("done: `devices/bin-1.yaml`\n");
        assertThat(RegistrarText.of(new Answer.Declined("bad-address", "no such address")))
                .isEqualTo("no such address [bad-address]");
    }

    @Test
    void an_import_counts_and_lists_what_was_refused() {
        ImportReport report = new ImportReport(
                List.of("a"),
                List.of(),
                List.of("b", "c"),
                List.of(new ImportReport.RefusedLine(4, "bad-address", "address `x` has no kind")),
                Map.of("a", "s3cret"));
        assertThat(RegistrarText.of(report, false)).isEqualTo("""
                        added 1, changed 0, unchanged 2, refused 1
                          LINE | CODE
                          -----+------------
                             4 | bad-address
                            address `x` has no kind
                        secrets, shown this once, kept nowhere
                          DEVICE | SECRET
                          -------+-------
                          a      | s3cret
                        """);
        assertThat(RegistrarText.of(report, true)).startsWith("dry run, nothing was written; would be added 1,");
    }

    // a vendor chooses the names of its streams and notes; they must not repaint an operator's terminal
    @Test
    void control_characters_and_turned_writing_never_reach_a_terminal() {
        assertThat(Plain.of("a\u001b[2Jb\nc\u202ed\u2028e \u00e9\ud83d\ude00"))
                .isEqualTo("a?[2Jb?c?d?e \u00e9\ud83d\ude00");
    }

    @Test
    void long_lines_break_at_blanks_only() {
        assertThat(Plain.wrap("aaa bbb cccccccc d", 7)).containsExactly("aaa bbb", "cccccccc", "d");
    }
}
