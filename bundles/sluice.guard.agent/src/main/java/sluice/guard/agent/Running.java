package sluice.guard.agent;

import java.lang.instrument.Instrumentation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The agent of this process: made once, by {@link Agent}, and found by {@link Gate}. */
final class Running {
    private static volatile @Nullable Running instance;

    private final Set<String> layers;
    private final Set<String> trusted;
    private final Contents contents = new Contents();
    private final Origins origins;
    private final Refusals refusals = new Refusals();
    private volatile boolean armed;
    private volatile long startMillis;

    private Running(Set<String> layers, Set<String> trusted) {
        this.layers = layers;
        this.trusted = trusted;
        this.origins = new Origins(contents, trusted::contains);
    }

    static Running start(Arguments arguments, Set<String> trusted, Instrumentation instrumentation) {
        Running running = new Running(arguments.layers(), trusted);
        ArmedRule rule = new ArmedRule(running.origins, running::isArmed, (classFile, origin) -> true, running.refusals);
        instance = running;
        if (arguments.has("agent")) {
            instrumentation.addTransformer(rule);
        }
        return running;
    }

    /** The agent; null where the JVM was started without it. */
    static @Nullable Running instance() {
        return instance;
    }

    boolean isArmed() {
        return armed;
    }

    void arm(boolean on) {
        armed = on;
    }

    Set<String> layers() {
        return layers;
    }

    boolean trusts(String digest) {
        return trusted.contains(digest);
    }

    Contents contents() {
        return contents;
    }

    Origins origins() {
        return origins;
    }

    Refusals refusals() {
        return refusals;
    }

    long startMillis() {
        return startMillis;
    }

    void startMillis(long millis) {
        startMillis = millis;
    }
}
