package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.PolicyCheckText;
import sluice.policy.check.PolicyCheck;

/** {@code sluice:policy-export}. */
@Service
@Command(
        scope = "sluice",
        name = "policy-export",
        description = "Writes the policies of a folder as ODRL 2.2 with the W3C Data Privacy Vocabulary, JSON-LD")
public final class PolicyExportCommand implements Action {
    @Reference
    Platform platform;

    @Argument(index = 0, name = "folder", description = "as etc/sluice is, which it is if none is named")
    private String folder = "";

    @Override
    public @Nullable Object execute() throws CommandException {
        PolicyCheck check = Parts.require(platform.policyCheck(), "policy check");
        PolicyCheck.Export export = check.export(PolicyFolders.of(check, folder));
        if (export.jsonLd().isEmpty()) {
            System.out.print(PolicyCheckText.lines(export.problems()));
            throw new CommandException("the policy files are faulty");
        }
        System.out.print(export.jsonLd());
        return null;
    }
}
