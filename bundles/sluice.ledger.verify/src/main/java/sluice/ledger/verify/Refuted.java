package sluice.ledger.verify;

/** The log is not what it says. */
final class Refuted extends Exception {
    private static final long serialVersionUID = 1L;

    Refuted(String why) {
        super(why);
    }
}
