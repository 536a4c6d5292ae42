package sluice.operator.internal.command;

import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.StoreText;
import sluice.store.Answer;
import sluice.store.StoreKeeper;

/** What the commands about the store have in common. */
final class Stores {
    private Stores() {}

    static StoreKeeper of(Platform platform) throws CommandException {
        return Parts.require(platform.store(), "store");
    }

    /** Prints what was done; what was not done fails the command. */
    static @Nullable Object print(Answer answer) throws CommandException {
        if (answer instanceof Answer.Declined declined) {
            throw new CommandException(StoreText.of(declined));
        }
        System.out.println(StoreText.of((Answer.Done) answer));
        return null;
    }
}
