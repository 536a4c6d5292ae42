package sluice.guard.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.wiring.BundleRevision;

/** What the guard needs of the agent. A port, so that tests run in a JVM that was started without it. */
interface Agent {
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

    /** Lets classes of guests load. */
    void arm();

    /** Refuses every further class of a guest. */
    void disarm();
}
