package sluice.testkit.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Reason;
import sluice.broker.core.rehearsal.Rehearsal;
import sluice.policy.check.trial.Trial;
import sluice.policy.check.trial.TrialReader;
import sluice.policy.check.trial.TrialRun;
import sluice.policy.folder.PolicyFolder;
import sluice.yaml.Problem;
import sluice.yaml.Problems;
import sluice.yaml.Snapshot;
import sluice.yaml.SourceFile;
import sluice.yaml.Yaml;
import sluice.yaml.YamlMap;

/** One case: the city's documents, the case's policies, and a request with readings. */
final class ConformanceCase {
    private static final Set<String> OWN = Set.of("case", "policies", "decision", "label", "faulty");
    private static final String PERMIT = "permit";

    private final YamlMap city;
    private final YamlMap document;

    private ConformanceCase(YamlMap city, YamlMap document) {
        this.city = city;
        this.document = document;
    }

    static ConformanceCase of(YamlMap city, YamlMap document) {
        return new ConformanceCase(city, document);
    }

    /** Empty if all came out as it has to, or one line. */
    Optional<String> run() {
        List<SourceFile> files = new ArrayList<>();
        city.keys().forEach(folder -> add(files, folder, city));
        add(files, "policies", document);
        String fault = PolicyFolder.read(new Snapshot(files, List.of()), this::loaded, this::faulty);
        return fault.isEmpty() ? Optional.empty() : Optional.of(document.text("case") + ": " + fault);
    }

    private static void add(List<SourceFile> files, String folder, YamlMap from) {
        int count = 0;
        for (var one : from.list(folder)) {
            String text = Yaml.write(one.map().values());
            files.add(new SourceFile(folder + "/" + count++ + ".yaml", text.getBytes(UTF_8)));
        }
    }

    private String faulty(List<Problem> problems) {
        List<String> found = problems.stream().map(Problem::code).distinct().toList();
        List<String> expected = !document.has("faulty")
                ? List.of()
                : document.list("faulty").stream().map(one -> one.text()).toList();
        return found.equals(expected) ? "" : "expected faults " + expected + ", got " + problems;
    }

    private String loaded(PolicySet set) {
        if (document.has("faulty")) {
            return "expected faults, got none";
        }
        Problems problems = new Problems();
        Optional<Trial> trial = new TrialReader(problems, set).read(document, OWN);
        return trial.map(sound -> outcome(set, sound))
                .orElseGet(() -> problems.list().toString());
    }

    private String outcome(PolicySet set, Trial trial) {
        Rehearsal rehearsal = new Rehearsal(set, trial.flow(), trial.floor(), trial.asked(), trial.facts());
        String decision = rehearsal.denied().map(Reason::code).orElse(PERMIT);
        String label = rehearsal.label().map(Label::name).orElse("");
        if (!decision.equals(document.text("decision"))) {
            return "expected decision `" + document.text("decision") + "`, got `" + decision + "`";
        }
        if (!label.equals(document.has("label") ? document.text("label") : "")) {
            return "expected label `" + document.text("label") + "`, got `" + label + "`";
        }
        return TrialRun.of(set, trial).fault();
    }
}
