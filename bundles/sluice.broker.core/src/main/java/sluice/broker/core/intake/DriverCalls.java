package sluice.broker.core.intake;

import java.util.Map;
import sluice.broker.core.guest.CallWatch;
import sluice.broker.core.guest.GuestWords;
import sluice.broker.core.guest.Notes;
import sluice.broker.core.model.Reason;

/** The one gate to a driver's code: each call is timed, and whatever comes out of it is a value. */
final class DriverCalls {
    private final CallWatch watch;
    private final Notes notes = new Notes();
    private volatile String failure = "";

    /** A call of foreign code. */
    @FunctionalInterface
    interface Foreign {
        Found call() throws Throwable;
    }

    DriverCalls(CallWatch watch) {
        this.watch = watch;
    }

    Found call(Foreign foreign) {
        Found found;
        watch.enter();
        try {
            found = foreign.call();
        } catch (Throwable thrown) {
            failed(thrown);
            found = Found.refused(Reason.DRIVER_FAILED);
        }
        return watch.leave() ? found : Found.refused(Reason.DRIVER_STALLED);
    }

    void failed(Throwable thrown) {
        notes.thrown(thrown);
        failure = GuestWords.classOf(thrown);
    }

    /** Another driver is here, of which nothing bad is known. */
    void forgive() {
        failure = "";
    }

    boolean isGivenUp() {
        return watch.check() == CallWatch.State.GIVEN_UP;
    }

    /** What a driver notes of itself, and what it threw. */
    Notes notes() {
        return notes;
    }

    /** By code. */
    Map<String, Long> noted() {
        return notes.all();
    }

    /** In a word, for the operator. */
    String status() {
        if (watch.check() != CallWatch.State.QUIET) {
            return "stalled";
        }
        return failure.isEmpty() ? "running" : "failed: " + failure;
    }
}
