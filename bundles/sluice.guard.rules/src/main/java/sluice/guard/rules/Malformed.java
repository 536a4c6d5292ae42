package sluice.guard.rules;

/** What was read is not what it claims to be. Caught where it was asked for, and turned into a fault. */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String what) {
        super(what, null, false, false);
    }
}
