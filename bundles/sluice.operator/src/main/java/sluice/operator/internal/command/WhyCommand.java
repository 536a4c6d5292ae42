package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;
import sluice.operator.internal.Why;
import sluice.operator.internal.text.WhyText;

/** {@code sluice:why}. */
@Service
@Command(scope = "sluice", name = "why", description = "Shows what does not run, its root cause and its code")
public final class WhyCommand implements Action {
    @Reference
    Platform platform;

    @Override
    public @Nullable Object execute() {
        System.out.print(WhyText.of(new Why(platform).findings()));
        return null;
    }
}
