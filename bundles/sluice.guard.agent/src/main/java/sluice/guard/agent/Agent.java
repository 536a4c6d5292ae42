package sluice.guard.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts the agent, before the first class of the platform. Whatever is wrong here ends the JVM: better no platform than one without a gate.
 */
public final class Agent {
    private Agent() {}

    /**
     * Called by the JVM.
     *
     * @param text {@code key=value}, comma-separated: {@code home}, {@code layers}
     * @param instrumentation the JVM's
     * @throws IOException certificate or trust list of the platform is missing or wrong
     */
    public static void premain(@Nullable String text, Instrumentation instrumentation) throws IOException {
        long started = System.nanoTime();
        Arguments arguments = Arguments.parse(text == null ? "" : text, jar());
        Running.start(arguments, trusted(arguments), instrumentation, started);
    }

    /** Also without any layer: the guard would take the platform's own bundles for guests, and stop them. The lists may be missing then. */
    private static Set<String> trusted(Arguments arguments) throws IOException {
        Path home = arguments.home();
        String etc = System.getProperty("karaf.etc");
        Path etcFolder = etc == null
                ? home.toAbsolutePath().normalize().resolve("../../etc").normalize()
                : Path.of(etc);
        try {
            return TrustLists.read(home, etcFolder, System.err);
        } catch (IOException e) {
            if (arguments.layers().isEmpty()) {
                return Set.of();
            }
            throw e;
        }
    }

    /** Where the agent's jar lies. A class on the boot class path has no code source; its resource has an address. */
    private static Path jar() throws IOException {
        URL own = ClassLoader.getSystemResource("sluice/guard/agent/Agent.class");
        String address = own == null ? "" : own.getPath();
        int inner = address.indexOf("!/");
        if (inner < 0) {
            throw new IOException("agent-argument: the agent is not started from its jar");
        }
        return Path.of(URI.create(address.substring(0, inner)));
    }
}
