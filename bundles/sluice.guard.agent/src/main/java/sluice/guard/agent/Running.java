package sluice.guard.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The agent of this process: made once, by {@link Agent}, and found by {@link Gate}. */
final class Running {
    private static volatile @Nullable Running instance;

    private final Arguments arguments;
    private final Set<String> trusted;
    private final Contents contents = new Contents();
    private final Origins origins;
    private final Refusals refusals = new Refusals();
    private final ChokePoints points;
    private final Weaver weaver;
    private volatile boolean armed;
    private volatile long startMillis;

    private Running(Arguments arguments, Set<String> trusted) throws IOException {
        this.arguments = arguments;
        this.trusted = trusted;
        this.origins = new Origins(contents, trusted::contains);
        this.points = arguments.has("jdk") ? ChokePoints.read() : ChokePoints.none();
        this.weaver = new Weaver(points, arguments.has("agent"));
    }

    /**
     * Installs what the layers need. Everything that a transformer will need is loaded, and has run, before: a class that is needed to judge a
     * class can not be loaded by the same thread at the same time.
     *
     * @throws IOException a list in the agent's jar is broken
     */
    static void start(Arguments arguments, Set<String> trusted, Instrumentation instrumentation, long startedNanos)
            throws IOException {
        Running running = new Running(arguments, trusted);
        running.install(instrumentation);
        running.startMillis = (System.nanoTime() - startedNanos) / 1_000_000;
        instance = running;
    }

    private void install(Instrumentation instrumentation) throws IOException {
        boolean watching = !arguments.has("agent");
        if (watching && !arguments.has("jdk")) {
            return;
        }
        ArmedRule rule = new ArmedRule(origins, () -> armed, new GuestScan(), refusals, watching);
        Bystanders bystanders = new Bystanders(points, origins, refusals);
        rule.warm(arguments.jar());
        bystanders.warm();
        instrumentation.addTransformer(rule);
        instrumentation.addTransformer(weaver, true);
        Checkpoint.open(bystanders);
        retransform(instrumentation);
    }

    private void retransform(Instrumentation instrumentation) throws IOException {
        List<Class<?>> loaded = new ArrayList<>();
        for (Class<?> each : instrumentation.getAllLoadedClasses()) {
            if (points.has(each.getName().replace('.', '/'))) {
                loaded.add(each);
            }
        }
        try {
            instrumentation.retransformClasses(loaded.toArray(Class<?>[]::new));
        } catch (UnmodifiableClassException | LinkageError e) {
            throw new IOException("agent-broken: the JDK's loaded classes can not be woven: " + e, e);
        }
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
        return arguments.layers();
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

    Weaver weaver() {
        return weaver;
    }

    long startMillis() {
        return startMillis;
    }
}
