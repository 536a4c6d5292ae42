package sluice.broker.core.recipient;

/** Ends a call that asked for state which can not be read now; the call is made again once it can. */
final class StateAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    StateAway() {
        super("state can not be read now", null, false, false);
    }
}
