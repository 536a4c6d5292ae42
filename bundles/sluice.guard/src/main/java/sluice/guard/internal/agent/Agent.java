package sluice.guard.internal.agent;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.wiring.BundleRevision;

/** What the guard needs of the agent. A port, so that tests run in a JVM that was started without it. */
public interface Agent {
    /** The layers that are on: see {@link Layers}. */
    Set<String> layers();

    /** Whether a trust list names this content. */
    boolean trusts(String sha256);

    /** The jar of a revision; empty where it is not one file. */
    Optional<Path> content(BundleRevision revision);

    /** SHA-256 of the jar of a revision, lower-case hexadecimal; empty where it is not one file. */
    Optional<String> digest(BundleRevision revision);

    /** What the agent refused since start, and how often. */
    default Map<String, Long> refusals() {
        return Map.of();
    }

    /** Classes with a choke point that could not be woven; anything but 0 is a hole. */
    default int unwoven() {
        return 0;
    }

    /** What it cost at the start of the JVM, in milliseconds. */
    default long startMillis() {
        return 0;
    }

    /** Lets classes of guests load. */
    void arm();

    /** Refuses every further class of a guest. */
    void disarm();
}
