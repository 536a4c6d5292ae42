package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.PolicyCheckText;
import sluice.policy.check.PolicyCheck;
import sluice.policy.check.Report;

/** {@code sluice:policy-test}. */
@Service
@Command(
        scope = "sluice",
        name = "policy-test",
        description =
                "Runs the tests that lie beside the policies of a folder, in force or not; fails if one does not pass")
public final class PolicyTestCommand implements Action {
    @Reference
    Platform platform;

    @Option(name = "--every-rule", description = "fails too if a rule was hit by no test")
    private boolean everyRule;

    @Argument(index = 0, name = "folder", description = "as etc/sluice is, which it is if none is named")
    private String folder = "";

    @Override
    public @Nullable Object execute() throws CommandException {
        PolicyCheck check = Parts.require(platform.policyCheck(), "policy check");
        Report report = check.test(PolicyFolders.of(check, folder));
        System.out.print(PolicyCheckText.of(report));
        if (!report.isGood()) {
            throw new CommandException(report.tests() == 0 ? "nothing was tested" : "a policy test did not pass");
        }
        if (everyRule && !report.isComplete()) {
            throw new CommandException("a rule was hit by no test");
        }
        return null;
    }
}
