package sluice.itests.hostile;

import java.util.Map;
import java.util.function.Consumer;

/** How a case is carried out: most are installed and started, some come another way or need something done to them. */
final class Ways {
    /** How long a case has, where it does not say more. */
    private static final long PATIENCE_MILLIS = 300;

    private static final Map<String, Consumer<Run>> WAYS = Map.ofEntries(
            Map.entry("pair", Ways::pair),
            Map.entry("extension", Ways::extension),
            Map.entry("fragment", Ways::fragment),
            Map.entry("update", Updates::inPlace),
            Map.entry("update-location", Updates::fromOwnLocation),
            Map.entry("update-reference", Updates::byReference),
            Map.entry("update-deploy", Updates::inDeploy),
            Map.entry("flow", Flow::pair),
            Map.entry("name-taken", Flow::underTakenName),
            Map.entry("wire", Wire::talk),
            Map.entry("deploy", Paths::deploy),
            Map.entry("shell", Paths::shell),
            Map.entry("feature", Paths::feature),
            Map.entry("console", Paths::console),
            Map.entry("http", Paths::http),
            Map.entry("folder", Paths::folder),
            Map.entry("second-folder", Paths::secondFolder),
            Map.entry("by-reference", Paths::byReference));

    private Ways() {}

    /** Carries it out; gives whether the secret got out. */
    static boolean carryOut(Run run) {
        String way = run.attack().how("way").orElse("pair");
        Consumer<Run> doIt = WAYS.get(way);
        if (doIt == null) {
            throw new IllegalStateException(run.attack() + ": no such way: " + way);
        }
        doIt.accept(run);
        return run.isOut(run.attack().how("wait").map(Long::parseLong).orElse(PATIENCE_MILLIS));
    }

    /** Both are installed, the source is started first, or the sink if it has to wait for something. */
    static void pair(Run run) {
        boolean isSinkFirst = run.attack().how("first").filter("sink"::equals).isPresent();
        installIfThere(run, "source");
        installIfThere(run, "sink");
        run.start(isSinkFirst ? "sink" : "source");
        run.start(isSinkFirst ? "source" : "sink");
    }

    /** The extension comes first, and is never started: it runs when it is installed. */
    private static void extension(Run run) {
        run.install("extension");
        pair(run);
    }

    /** The fragment is there before its host resolves, or its host is refreshed. */
    private static void fragment(Run run) {
        installIfThere(run, "extension");
        run.attack()
                .how("refresh")
                .ifPresent(host -> run.lab().order("refresh", run.lab().bundle(host)));
        pair(run);
    }

    private static void installIfThere(Run run, String part) {
        if (run.packed().has(part)) {
            run.install(part);
        }
    }
}
