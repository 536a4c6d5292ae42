package sluice.guard.agent;

import org.jspecify.annotations.Nullable;

/**
 * Where woven methods of the JDK, and of the framework, ask whether they may go on. Public because they have to reach it; of no use to anybody
 * else.
 */
public final class Checkpoint {
    private static volatile @Nullable Bystanders bystanders;

    private Checkpoint() {}

    static void open(Bystanders judge) {
        bystanders = judge;
    }

    /**
     * Asked before a choke point does anything.
     *
     * @param number which one
     * @throws SecurityException a guest is behind the call; its message is {@code choke-point}, family and method
     */
    public static void enter(int number) {
        Bystanders judge = bystanders;
        if (judge != null && judge.guestsAreHere()) {
            judge.refuseGuests(number);
        }
    }

    /** Asked before the gate is armed or disarmed: that is nobody's but the guard's. */
    static void gate() {
        Bystanders judge = bystanders;
        if (judge != null && judge.isGuestBehind()) {
            throw new SecurityException("choke-point gate");
        }
    }

    /**
     * Asked before the framework takes in an extension: its code would run within, before any hook hears of it.
     *
     * @param bundle the framework's {@code BundleImpl}
     * @throws SecurityException its content is on no trust list
     */
    public static void extension(Object bundle) {
        Running running = Running.instance();
        if (running == null) {
            return;
        }
        if (!running.origins().isTrusted(running.contents().latestRevisionOf(bundle))) {
            running.refusals().count(Refusals.EXTENSION);
            throw new SecurityException("extension-refused: an extension of the framework that is on no trust list");
        }
    }
}
