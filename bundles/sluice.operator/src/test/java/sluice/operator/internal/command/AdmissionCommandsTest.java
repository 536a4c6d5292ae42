package sluice.operator.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.Subject;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.impl.action.command.DefaultActionPreparator;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.guard.Admission;
import sluice.operator.internal.FakeAdmission;
import sluice.operator.internal.FakePlatform;

class AdmissionCommandsTest {
    private final FakePlatform platform = FakePlatform.healthy();
    private final FakeAdmission admission = FakeAdmission.city();

    AdmissionCommandsTest() {
        platform.admission = admission;
    }

    @Test
    void an_id_stands_for_its_digest_and_a_digest_for_itself() throws Exception {
        run(approve(), "87");
        run(approve(), "0123456789AB");
        run(withdraw(), "60");
        assertThat(admission.asked)
                .containsExactly(
                        "approve " + FakeAdmission.WAITING + " by console",
                        "approve 0123456789ab by console",
                        "withdraw " + FakeAdmission.APPROVED + " by console");
    }

    /** The ledger says who decided; the shell's variable USER would say whatever somebody assigned to it. */
    @Test
    @SuppressWarnings("removal") // Karaf reads the subject where it puts it
    void who_is_at_the_shell_is_who_signed_in() {
        Subject subject = new Subject();
        subject.getPrincipals().add(new org.apache.karaf.jaas.boot.principal.UserPrincipal("jo"));
        String by = Subject.doAs(subject, (java.security.PrivilegedAction<String>) Guard::user);
        assertThat(by).isEqualTo("jo");
    }

    @Test
    void an_id_that_nobody_has_is_refused_before_the_guard_is_asked() {
        assertThatThrownBy(() -> run(approve(), "99"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("no guest is called `99`");
        assertThat(admission.asked).isEmpty();
    }

    @Test
    void what_the_guard_declines_fails_the_command() {
        admission.answer = new Admission.Answer(false, "not-waiting", "`87` is refused");
        assertThatThrownBy(() -> run(approve(), "87")).hasMessage("`87` is refused [not-waiting]");
    }

    @Test
    void without_a_guard_nobody_is_let_in() {
        platform.admission = null;
        assertThatThrownBy(() -> run(approve(), "87")).hasMessage("the guard does not run; `sluice:why` says why");
    }

    @Test
    void a_vendor_is_accepted_with_the_certificate_in_the_file(@TempDir Path folder) throws Exception {
        Path pem = Files.writeString(folder.resolve("acme.pem"), "-----BEGIN CERTIFICATE-----");
        VendorAddCommand command = new VendorAddCommand();
        command.platform = platform;
        run(command, "acme", pem.toString());
        assertThat(admission.asked).containsExactly("accept acme -----BEGIN CERTIFICATE----- by console");
        Files.write(pem, new byte[70_000]);
        assertThatThrownBy(() -> run(command, "acme", pem.toString())).hasMessageContaining("too long");
    }

    @Test
    void a_vendor_is_revoked_by_its_name() throws Exception {
        VendorRevokeCommand command = new VendorRevokeCommand();
        command.platform = platform;
        run(command, "acme");
        assertThat(admission.asked).containsExactly("revoke acme by console");
    }

    @Test
    void a_bundle_is_found_by_id_name_and_digest() throws Exception {
        for (String typed : List.of("87", "acme.driver.soil", "01234567")) {
            assertThat(Guard.find(admission, typed).guest().bundleId()).isEqualTo(87);
        }
        assertThatThrownBy(() -> Guard.find(admission, "0123")).hasMessageContaining("no guest is called `0123`");
    }

    @Test
    void completion_offers_what_waits_to_be_approved_and_what_can_be_withdrawn() {
        WaitingCompleter waiting = new WaitingCompleter();
        waiting.platform = platform;
        ApprovedCompleter approved = new ApprovedCompleter();
        approved.platform = platform;
        VendorCompleter vendors = new VendorCompleter();
        vendors.platform = platform;
        assertThat(candidates(waiting)).containsExactly("0123456789ab");
        assertThat(candidates(approved)).containsExactly("fedcba987654");
        assertThat(candidates(vendors)).containsExactly("acme", "development-key");
    }

    private static List<String> candidates(org.apache.karaf.shell.api.console.Completer completer) {
        List<String> candidates = new ArrayList<>();
        completer.complete(null, new Typed(), candidates);
        return candidates.stream().map(String::strip).toList();
    }

    private ApproveCommand approve() {
        ApproveCommand command = new ApproveCommand();
        command.platform = platform;
        return command;
    }

    private WithdrawCommand withdraw() {
        WithdrawCommand command = new WithdrawCommand();
        command.platform = platform;
        return command;
    }

    private static void run(Action command, String... words) throws Exception {
        List<Object> all = List.of((Object[]) words);
        assertThat(new DefaultActionPreparator().prepare(command, null, all)).isTrue();
        command.execute();
    }

    /** A line on which the argument is not begun yet. */
    private static final class Typed implements CommandLine {
        @Override
        public int getCursorArgumentIndex() {
            return 1;
        }

        @Override
        public String getCursorArgument() {
            return "";
        }

        @Override
        public int getArgumentPosition() {
            return 0;
        }

        @Override
        public String[] getArguments() {
            return new String[] {"sluice:approve", ""};
        }

        @Override
        public int getBufferPosition() {
            return 15;
        }

        @Override
        public String getBuffer() {
            return "sluice:approve ";
        }
    }
}
