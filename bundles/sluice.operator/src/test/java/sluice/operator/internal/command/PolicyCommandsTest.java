package sluice.operator.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.impl.action.command.DefaultActionPreparator;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.operator.internal.FakePlatform;
import sluice.policy.check.PolicyCheck;
import sluice.policy.check.Report;

/** The commands about policies: what fails them, and what they ask. */
class PolicyCommandsTest {
    private static final Report GOOD = new Report(2, 2, 4, 3, List.of(), List.of("  ok    one"));

    private final FakePlatform platform = FakePlatform.healthy();

    @TempDir
    Path folder;

    @Test
    void tests_that_pass_end_well() {
        platform.policyCheck = new Checked(GOOD);
        assertThatCode(() -> run(test(), folder.toString())).doesNotThrowAnyException();
    }

    @Test
    void the_citys_own_folder_is_tested_if_none_is_named() throws Exception {
        Checked check = new Checked(GOOD);
        platform.policyCheck = check;
        run(test());
        assertThat(check.tested).isEqualTo(folder);
    }

    @Test
    void a_rule_that_no_test_hit_fails_where_every_rule_is_demanded() {
        platform.policyCheck = new Checked(GOOD);
        assertThatThrownBy(() -> run(test(), "--every-rule", folder.toString()))
                .isInstanceOf(CommandException.class)
                .hasMessage("a rule was hit by no test");
    }

    @Test
    void a_test_that_does_not_pass_fails_the_command() {
        platform.policyCheck = new Checked(new Report(2, 1, 4, 4, List.of(), List.of()));
        assertThatThrownBy(() -> run(test(), folder.toString())).hasMessage("a policy test did not pass");
    }

    @Test
    void no_test_at_all_fails_the_command() {
        platform.policyCheck = new Checked(new Report(0, 0, 4, 0, List.of(), List.of()));
        assertThatThrownBy(() -> run(test(), folder.toString())).hasMessage("nothing was tested");
    }

    @Test
    void a_folder_that_is_not_there_is_refused() {
        platform.policyCheck = new Checked(GOOD);
        String nowhere = folder.resolve("nowhere").toString();
        assertThatThrownBy(() -> run(test(), nowhere))
                .hasMessage("there is no folder `" + nowhere + "` on the platform's machine");
    }

    @Test
    void an_export_of_faulty_files_fails_the_command() {
        platform.policyCheck = new Checked(GOOD);
        assertThatThrownBy(() -> run(export(), folder.toString())).hasMessage("the policy files are faulty");
    }

    @Test
    void a_field_that_the_catalogue_lacks_is_refused() {
        assertThatThrownBy(() -> run(whoCanSee(), "traffic.plate.nowhere"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("the catalogue has no field `traffic.plate.nowhere`");
    }

    private final class Checked implements PolicyCheck {
        private final Report report;
        private Path tested = Path.of("none");

        Checked(Report report) {
            this.report = report;
        }

        @Override
        public Report test(Path which) {
            tested = which;
            return report;
        }

        @Override
        public Export export(Path which) {
            return new Export("", "yaml-syntax `policies/a.yaml` line 1: not YAML\n");
        }

        @Override
        public Path folder() {
            return folder;
        }
    }

    private PolicyTestCommand test() {
        PolicyTestCommand command = new PolicyTestCommand();
        command.platform = platform;
        return command;
    }

    private PolicyExportCommand export() {
        PolicyExportCommand command = new PolicyExportCommand();
        command.platform = platform;
        return command;
    }

    private WhoCanSeeCommand whoCanSee() {
        WhoCanSeeCommand command = new WhoCanSeeCommand();
        command.platform = platform;
        return command;
    }

    private static void run(Action command, String... words) throws Exception {
        new DefaultActionPreparator().prepare(command, null, List.of((Object[]) words));
        command.execute();
    }
}
