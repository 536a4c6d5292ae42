package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sluice.itests.outside.IdentifierSearch.Hit;

/** All that a running instance leaves and says: every file it wrote, every page, and what the operator's commands print. */
record Traces(Distribution distribution) {
    private static final List<String> PAGES = List.of(
            "/metrics",
            "/health",
            "/system/console/sluice-flows",
            "/system/console/sluice-flows/flows.live",
            "/system/console/bundles.json",
            "/system/console/status-slinglogs.txt",
            "/system/console/events.json");
    private static final List<String> COMMANDS = List.of(
            "sluice:flows",
            "sluice:why",
            "sluice:sample",
            "sluice:door",
            "sluice:device-list",
            "sluice:ledger-verify",
            "sluice:explain traffic.plate traffic-planning sluice.app.planning",
            "log:display -n 5000",
            "history");

    /** The hits in everything. */
    List<Hit> of(List<String> identifiers) throws IOException {
        IdentifierSearch search = new IdentifierSearch(identifiers);
        List<Hit> hits = new ArrayList<>(inFiles(search));
        for (String page : PAGES) {
            String body = distribution
                    .web()
                    .getAs("operator", distribution.password(), page)
                    .body();
            hits.addAll(search.in("page " + page, body.getBytes(UTF_8)));
        }
        String said = distribution.shell(String.join("\n", COMMANDS));
        hits.addAll(search.in("commands", said.getBytes(UTF_8)));
        return hits;
    }

    /** The hits in files only; for an instance that does not run too. */
    List<Hit> inFiles(List<String> identifiers) throws IOException {
        return inFiles(new IdentifierSearch(identifiers));
    }

    private List<Hit> inFiles(IdentifierSearch search) throws IOException {
        Path home = distribution.instance().home();
        List<Path> files = new ArrayList<>(distribution.instance().files(""));
        long pid = distribution.pid();
        if (Files.exists(Path.of("/proc", Long.toString(pid)))) {
            files.addAll(OpenFiles.writtenOutside(pid, home));
        }
        return search.in(home, files);
    }
}
