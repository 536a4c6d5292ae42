package sluice.guard.internal.desk;

import sluice.guard.Admission.Answer;

/** What an operator is told. */
final class Answers {
    private Answers() {}

    static Answer done(String text) {
        return new Answer(true, "", text);
    }

    static Answer no(String code, String text) {
        return new Answer(false, code, text);
    }
}
