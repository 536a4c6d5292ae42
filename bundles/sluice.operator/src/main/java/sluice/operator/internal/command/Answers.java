package sluice.operator.internal.command;

import org.apache.karaf.shell.support.CommandException;
import sluice.devices.Answer;
import sluice.operator.internal.text.RegistrarText;

/** Prints what the registrar answered; what it declined fails the command. */
final class Answers {
    private Answers() {}

    static void print(Answer answer, String nameOfSecret) throws CommandException {
        if (answer instanceof Answer.Declined declined) {
            throw new CommandException(RegistrarText.of(declined));
        }
        System.out.print(RegistrarText.of((Answer.Done) answer, nameOfSecret));
    }
}
