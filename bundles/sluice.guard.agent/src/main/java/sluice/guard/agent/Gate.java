package sluice.guard.agent;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state of the gate: one copy in the process, on the boot class path. The guard bundle arms it when its hooks are registered; until then,
 * and from the moment it is disarmed, every class of a bundle that is not on a trust list is refused.
 */
public final class Gate {
    private Gate() {}

    /**
     * Whether the agent runs in this process.
     *
     * @return false where the JVM was started without {@code -javaagent}
     */
    public static boolean isPresent() {
        return Running.instance() != null;
    }

    /**
     * Lets classes of guests load, each after its scan. Called by the guard alone, once its hooks are registered.
     *
     * @throws SecurityException a guest is behind the call
     */
    public static void arm() {
        arm(true);
    }

    /**
     * Refuses every further class of a guest.
     *
     * @throws SecurityException a guest is behind the call
     */
    public static void disarm() {
        arm(false);
    }

    /**
     * Whether guests' classes may load at all.
     *
     * @return true between {@link #arm()} and {@link #disarm()}
     */
    public static boolean isArmed() {
        Running running = Running.instance();
        return running != null && running.isArmed();
    }

    /**
     * The layers that are on. All of them, but in a laboratory: the agent's argument {@code layers=a,b} names the ones to keep, and whoever
     * can change that argument can start the JVM without the agent as well.
     *
     * @return of {@code admission resolve services weave agent jdk}
     */
    public static Set<String> layers() {
        Running running = Running.instance();
        return running == null ? Set.of() : running.layers();
    }

    /**
     * Whether a trust list names this content.
     *
     * @param sha256 lower-case hexadecimal
     * @return true if it belongs to the platform
     */
    public static boolean trusts(String sha256) {
        Running running = Running.instance();
        return running != null && running.trusts(sha256);
    }

    /**
     * Where a bundle's content lies.
     *
     * @param revision a framework's {@code BundleRevision}; also one that was never resolved
     * @return the jar; empty for the system bundle, a folder, or a revision whose content is not one file
     */
    public static Optional<Path> content(Object revision) {
        Running running = Running.instance();
        return running == null ? Optional.empty() : running.contents().file(revision);
    }

    /**
     * The SHA-256 of a bundle's content. Computed once for each revision.
     *
     * @param revision a framework's {@code BundleRevision}
     * @return lower-case hexadecimal; empty where {@link #content(Object)} is
     */
    public static Optional<String> digest(Object revision) {
        Running running = Running.instance();
        return running == null
                ? Optional.empty()
                : running.contents().content(revision).map(Content::digest);
    }

    /**
     * What the agent refused since start: {@code class} for a class of a guest, or a choke point of the JDK by name.
     *
     * @return to how often
     */
    public static Map<String, Long> refusals() {
        Running running = Running.instance();
        return running == null ? Map.of() : running.refusals().counts();
    }

    /**
     * What the agent cost at the start of the JVM.
     *
     * @return milliseconds of {@link Agent#premain}; 0 where there is no agent
     */
    public static long startMillis() {
        Running running = Running.instance();
        return running == null ? 0 : running.startMillis();
    }

    /**
     * How many choke points are in place so far; the JDK's classes that nobody has used yet are not loaded.
     *
     * @return methods of the JDK
     */
    public static int chokePoints() {
        Running running = Running.instance();
        return running == null ? 0 : running.weaver().woven();
    }

    /**
     * What of the JDK, or of the framework, could not be woven and runs as it is.
     *
     * @return number of classes; anything but 0 is a defect
     */
    public static int weaveFailures() {
        Running running = Running.instance();
        return running == null ? 0 : running.weaver().failures();
    }

    private static void arm(boolean on) {
        Running running = Running.instance();
        if (running != null) {
            Checkpoint.gate();
            running.arm(on);
        }
    }
}
