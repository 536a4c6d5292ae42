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
        return false;
    }

    /** Lets classes of guests load, each after its scan. Called by the guard alone, once its hooks are registered. */
    public static void arm() {}

    /** Refuses every further class of a guest. */
    public static void disarm() {}

    /**
     * Whether guests' classes may load at all.
     *
     * @return true between {@link #arm()} and {@link #disarm()}
     */
    public static boolean isArmed() {
        return false;
    }

    /**
     * The layers that are on. All of them, but in a laboratory: the agent's argument {@code layers=a,b} names the ones to keep, and whoever
     * can change that argument can start the JVM without the agent as well.
     *
     * @return of {@code admission resolve services weave agent jdk}
     */
    public static Set<String> layers() {
        return Set.of();
    }

    /**
     * Whether a trust list names this content.
     *
     * @param sha256 lower-case hexadecimal
     * @return true if it belongs to the platform
     */
    public static boolean trusts(String sha256) {
        return false;
    }

    /**
     * Where a bundle's content lies.
     *
     * @param revision a framework's {@code BundleRevision}; also one that was never resolved
     * @return the jar; empty for the system bundle, a folder, or a revision whose content is not one file
     */
    public static Optional<Path> content(Object revision) {
        return Optional.empty();
    }

    /**
     * The SHA-256 of a bundle's content. Computed once for each revision.
     *
     * @param revision a framework's {@code BundleRevision}
     * @return lower-case hexadecimal; empty where {@link #content(Object)} is
     */
    public static Optional<String> digest(Object revision) {
        return Optional.empty();
    }

    /**
     * What the agent refused since start: {@code class} for a class of a guest, or a choke point of the JDK by name.
     *
     * @return to how often
     */
    public static Map<String, Long> refusals() {
        return Map.of();
    }
}
