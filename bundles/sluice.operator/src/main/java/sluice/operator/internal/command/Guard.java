package sluice.operator.internal.command;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.ShellUtil;
import org.jspecify.annotations.Nullable;
import sluice.guard.Admission;
import sluice.operator.internal.GuestLine;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.VendorsText;

/** What the commands about admission have in common. */
final class Guard {
    /** An id; a digest is at least eight characters long. */
    private static final Pattern ID = Pattern.compile("[0-9]{1,7}");

    private Guard() {}

    static Admission of(Platform platform) throws CommandException {
        return Parts.require(platform.admission(), "guard");
    }

    /** Who is at the shell. Not the variable {@code USER}, to which anybody may assign. */
    static String user() {
        String user = ShellUtil.getCurrentUserName();
        return user == null || user.isEmpty() ? "console" : user;
    }

    /** The digest that somebody typed, or that of the bundle with this id. */
    static String digest(Admission admission, String typed) throws CommandException {
        return ID.matcher(typed).matches() ? find(admission, typed).guest().digest() : typed.toLowerCase(Locale.ROOT);
    }

    /** A bundle by its id, its symbolic name, or the beginning of its digest. */
    static GuestLine find(Admission admission, String typed) throws CommandException {
        String digest = typed.toLowerCase(Locale.ROOT);
        Optional<GuestLine> found = GuestLine.all(admission).stream()
                .filter(line -> Long.toString(line.guest().bundleId()).equals(typed)
                        || line.guest().name().equals(typed)
                        || digest.length() >= 8 && line.guest().digest().startsWith(digest))
                .findFirst();
        return found.orElseThrow(() -> new CommandException("no guest is called `" + typed
                + "`; `sluice:admission` shows them all, and what is not there belongs to the platform"));
    }

    /** Prints what was done; what was not done fails the command. */
    static @Nullable Object print(Admission.Answer answer) throws CommandException {
        if (!answer.isDone()) {
            throw new CommandException(VendorsText.of(answer));
        }
        System.out.println(VendorsText.of(answer));
        return null;
    }
}
