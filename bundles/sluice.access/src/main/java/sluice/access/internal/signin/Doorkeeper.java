package sluice.access.internal.signin;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import sluice.access.internal.Tally;
import sluice.broker.core.port.Trouble;

/** Decides whether a password is looked at, and counts what came of it. Its troubles name nobody. */
@Component(service = {Doorkeeper.class, Trouble.Source.class})
public final class Doorkeeper implements Trouble.Source {
    private static final String ACCEPTED = "accepted";
    private static final String WRONG = "wrong";
    private static final String LOCKED_OUT = "locked-out";

    private final Attempts attempts;
    private final Tally tally = new Tally(ACCEPTED, WRONG, LOCKED_OUT);

    /** A doorkeeper who knows nobody yet. */
    @Activate
    public Doorkeeper() {
        this(Clock.systemUTC());
    }

    Doorkeeper(Clock clock) {
        this.attempts = new Attempts(clock);
    }

    boolean admits(Origin origin) {
        if (attempts.isLockedOut(origin)) {
            tally.add(LOCKED_OUT);
            return false;
        }
        return true;
    }

    void right(Origin origin) {
        tally.add(ACCEPTED);
        attempts.right(origin);
    }

    void wrong(Origin origin) {
        tally.add(WRONG);
        attempts.wrong(origin);
    }

    /**
     * What came of all attempts.
     *
     * @return counts by outcome
     */
    public Map<String, Long> counts() {
        return tally.counts();
    }

    @Override
    public String part() {
        return "access";
    }

    @Override
    public List<Trouble> troubles() {
        long locked = attempts.lockedOut();
        return locked == 0
                ? List.of()
                : List.of(
                        new Trouble(
                                LOCKED_OUT,
                                "sign-in",
                                locked + (locked == 1 ? " user or address" : " users or addresses")
                                        + " must wait after wrong passwords; if nobody of yours mistyped, somebody is guessing"));
    }
}
