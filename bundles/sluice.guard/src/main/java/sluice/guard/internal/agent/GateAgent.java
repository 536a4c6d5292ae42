package sluice.guard.internal.agent;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.wiring.BundleRevision;
import sluice.guard.agent.Gate;

/** The agent of this process. */
public final class GateAgent implements Agent {
    /** Whether there is one; its classes are missing too where the JVM was started without it. */
    public static boolean isPresent() {
        try {
            return Gate.isPresent();
        } catch (LinkageError e) {
            return false;
        }
    }

    @Override
    public Set<String> layers() {
        return Gate.layers();
    }

    @Override
    public boolean trusts(String sha256) {
        return Gate.trusts(sha256);
    }

    @Override
    public Optional<Path> content(BundleRevision revision) {
        return Gate.content(revision);
    }

    @Override
    public Optional<String> digest(BundleRevision revision) {
        return Gate.digest(revision);
    }

    @Override
    public Map<String, Long> refusals() {
        return Gate.refusals();
    }

    @Override
    public int unwoven() {
        return Gate.weaveFailures();
    }

    @Override
    public long startMillis() {
        return Gate.startMillis();
    }

    @Override
    public void arm() {
        Gate.arm();
    }

    @Override
    public void disarm() {
        Gate.disarm();
    }
}
