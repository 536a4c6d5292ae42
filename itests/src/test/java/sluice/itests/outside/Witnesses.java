package sluice.itests.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.app.api.Application;
import sluice.itests.witness.Count;
import sluice.itests.witness.Counts;
import sluice.itests.witness.Level;
import sluice.itests.witness.Named;
import sluice.itests.witness.Names;
import sluice.itests.witness.Wakes;

/** Recipients that write down which names, counts and wake-ups they were told, each under a symbolic name of its own. */
record Witnesses(Distribution distribution) {
    private static final String FOLDER = "witness";
    private static final String PURPOSE = "itests-study";

    /** The folder and the purpose; the instance does not run yet. */
    static Witnesses in(Distribution distribution) {
        Instance instance = distribution.instance();
        instance.write("etc/sluice/purposes/study.yaml", """
                purpose: %s
                authority: {ground: lawfully-authorised-activity, clause: "invented for a test", manner: direct}
                ceiling: PSEUDONYMOUS
                notice:
                  version: "2026-1"
                  from: "2026-01-01"
                  en: "A test."
                  fr: "Un test."
                  contact: {title: "Tester", address: "nowhere", telephone: "none"}
                """.formatted(PURPOSE))
                .write(FOLDER + "/README", "what recipients wrote down\n");
        distribution.with("sluice.itests.witness", instance.file(FOLDER));
        return new Witnesses(distribution);
    }

    /** Is told vehicles by a pseudonym. */
    Witnesses names(String name, String epoch, String midnight) {
        return add(name, Names.class, Named.class, """
                permit: {stream: traffic.plate, purpose: %s, recipient: %s}
                fields:
                  vehicle: {pseudonym: {scope: city, epoch: %s, midnightIn: "%s"}, of: plate}
                  confidence: keep
                """.formatted(PURPOSE, name, epoch, midnight));
    }

    /** Is told how many vehicles passed in each window, if at least eleven did. */
    Witnesses counts(String name, String window) {
        return add(name, Counts.class, Count.class, """
                permit: {stream: traffic.plate, purpose: %1$s, recipient: %2$s}
                release: {window: %3$s, distinct: plate, atLeast: k11, lateness: PT1S, idle: PT3S}
                fields: {segment: keep, observed: {round-time: %3$s}, vehicles: {count: plate}}
                """.formatted(PURPOSE, name, window));
    }

    /** Remembers bins, and asks to be woken. */
    Witnesses wakes(String name) {
        return add(name, Wakes.class, Level.class, """
                permit: {stream: waste.container, purpose: waste-collection, recipient: %s}
                fields: {container: keep}
                """.formatted(name));
    }

    private Witnesses add(String name, Class<? extends Application> application, Class<?> told, String policy) {
        byte[] jar = TestBundle.of(name, application, List.of(told, notebook()));
        TrustList.add(distribution.instance(), name, jar);
        String words = "policy: " + name.replace('.', '-') + "\n" + policy + "retention: {atMost: P1D}\n";
        distribution
                .instance()
                .write("etc/sluice/policies/" + name + ".yaml", words)
                .write("deploy/" + name + ".jar", jar);
        return this;
    }

    private static Class<?> notebook() {
        try {
            return Class.forName("sluice.itests.witness.Notebook");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a recipient was told, a line each. */
    List<String> lines(String name) {
        try {
            var file = distribution.instance().file(FOLDER + "/" + name + ".txt");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a recipient was told of each key, the first word of its lines; of several lines the last. */
    Map<String, String> byKey(String name) {
        Map<String, String> told = new TreeMap<>();
        lines(name).stream().map(line -> line.split(" ", 2)).forEach(words -> told.put(words[0], words[1]));
        return told;
    }
}
