package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.Ledger.Verification;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.VerificationText;

/** {@code sluice:ledger-verify}. */
@Service
@Command(
        scope = "sluice",
        name = "ledger-verify",
        description =
                "Reads the whole ledger and checks entries, tiles, openings and signature against each other; fails if one is wrong")
public final class LedgerVerifyCommand implements Action {
    @Reference
    Platform platform;

    @Override
    public @Nullable Object execute() throws CommandException {
        Verification found = Parts.require(platform.ledger(), "ledger").verify();
        System.out.print(VerificationText.of(found));
        if (!found.intact()) {
            throw new CommandException("the ledger is not intact");
        }
        return null;
    }
}
