package sluice.operator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.guard.Admission;
import sluice.guard.Guest;
import sluice.operator.internal.FakeAdmission;
import sluice.operator.internal.GuestLine;

class AdmissionTextTest {
    private final FakeAdmission admission = FakeAdmission.city();

    /** Issue 3: an operator sees that a bundle waits, by whom it is signed, and what to type. */
    @Test
    void a_bundle_that_waits_comes_with_its_signer_and_the_command_that_lets_it_run() {
        assertThat(AdmissionText.of(admission)).isEqualTo("""
                  ID | NAME             | VERSION | STATE    | SIGNED BY       | DIGEST       | CHECKED
                  ---+------------------+---------+----------+-----------------+--------------+--------
                  87 | acme.driver.soil | 1.0.0   | waiting  | acme            | 0123456789ab | list 1
                    sluice:approve 0123456789ab   lets it run
                  88 | acme.driver.spy  | 2.1.0   | refused  | nobody accepted | aaaaaaaaaaaa | -
                    refused: acme/driver/spy/Spy.class: java.net.Socket (socket); instead: return readings (1 reason more:
                    sluice:admission 88)
                  60 | sluice.app.waste | 1.0.0   | approved | development key | fedcba987654 | list 1
                3 guests: 1 waiting, 1 refused, 1 approved
                """);
    }

    @Test
    void the_record_of_a_refused_bundle_has_every_reason() {
        GuestLine spy = GuestLine.all(admission).get(1);
        assertThat(AdmissionText.of(spy, admission.vendors())).isEqualTo("""
                  bundle         88
                  name           acme.driver.spy
                  version        2.1.0
                  state          refused
                  signed by      nobody accepted
                  digest         %s
                  checked        the bundle does not say
                2 reasons
                  - acme/driver/spy/Spy.class: java.net.Socket (socket); instead: return readings
                  - Spy.class: java.lang.Thread (thread); instead: tick(Instant)
                """.formatted("a".repeat(64)));
    }

    @Test
    void the_record_of_a_bundle_that_waits_names_its_certificate() {
        GuestLine soil = GuestLine.all(admission).get(0);
        assertThat(AdmissionText.of(soil, admission.vendors()))
                .contains("certificate    CN=acme, SHA-256 abab")
                .contains("to let it run  sluice:approve 0123456789ab\n");
    }

    @Test
    void a_name_out_of_a_strangers_manifest_can_not_repaint_the_terminal() {
        admission.guest(89, "a\u001b[2J\nsluice", Guest.State.WAITING, "acme", "b".repeat(64));
        assertThat(AdmissionText.of(admission)).contains("a?[2J?sluice").doesNotContain("\u001b");
    }

    @Test
    void vendors_come_with_their_fingerprint_and_a_development_key_as_what_it_is() {
        assertThat(VendorsText.of(admission.vendors()))
                .contains("SHA-256 " + "ab".repeat(32))
                .containsPattern("development-key \\| 2031-01-01T00:00:00Z \\| development key: nobody vouches for it");
        assertThat(VendorsText.accepted("acme", admission.vendors()))
                .isEqualTo(
                        "SHA-256 " + "ab".repeat(32) + "\nNot what the vendor told you? `sluice:vendor-revoke acme`\n");
        assertThat(VendorsText.of(List.of())).contains("sluice:vendor-add");
    }

    @Test
    void what_the_guard_declines_comes_with_its_code() {
        assertThat(VendorsText.of(new Admission.Answer(false, "no-such-guest", "no bundle waits under `0123`")))
                .isEqualTo("no bundle waits under `0123` [no-such-guest]");
    }
}
