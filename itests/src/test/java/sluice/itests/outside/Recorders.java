package sluice.itests.outside;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.itests.recorder.Level;
import sluice.itests.recorder.Recorder;

/** The recorder in an instance. */
final class Recorders {
    private static final String FILE = "recorded.txt";

    private Recorders() {}

    /** Puts the recorder and its policy into an instance that does not run yet. */
    static void install(Distribution distribution) {
        byte[] jar = TestBundle.of(Recorder.class, List.of(Level.class));
        TrustList.add(distribution.instance(), "recorder", jar);
        distribution.instance().write("etc/sluice/policies/recorder.yaml", """
                        policy: itests-recorder
                        permit: {stream: waste.container, purpose: waste-collection, recipient: sluice.itests.recorder}
                        fields: {container: keep, fillingLevel: keep}
                        retention: {atMost: P1D}
                        """).write("deploy/recorder.jar", jar);
        distribution.with(Recorder.FILE, distribution.instance().file(FILE));
    }

    /** What it was told, a line each. */
    static List<String> lines(Distribution distribution) {
        return Files.exists(distribution.instance().file(FILE))
                ? distribution.instance().read(FILE).lines().toList()
                : List.of();
    }

    /** {@code bin level} to the ids under which it was told. */
    static Map<String, Set<String>> idsByLevel(Distribution distribution) {
        return lines(distribution).stream()
                .map(line -> line.split(" "))
                .filter(words -> words.length == 3)
                .collect(groupingBy(words -> words[0] + " " + words[1], mapping(words -> words[2], toSet())));
    }
}
