package sluice.policy.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sluice.broker.core.model.PolicySet;
import sluice.policy.check.coverage.Coverage;
import sluice.policy.check.trial.Trial;
import sluice.policy.check.trial.TrialReader;
import sluice.policy.check.trial.TrialRun;
import sluice.policy.folder.PolicyFolder;
import sluice.yaml.Problem;
import sluice.yaml.Problems;
import sluice.yaml.SourceFile;
import sluice.yaml.Yaml;
import sluice.yaml.YamlMap;

/** Runs the tests of a folder against the policies that lie there, whether they are in force or not. */
public final class PolicyTests {
    private PolicyTests() {}

    /**
     * Runs them.
     *
     * @param folder holds {@code catalogue/}, {@code purposes/}, {@code policies/} with their {@code *.policy-test.yaml}, and so on
     * @return what came of it
     */
    public static Report run(Path folder) {
        return PolicyFolder.read(folder, set -> run(set, TestFiles.in(folder)), PolicyTests::faulty);
    }

    private static Report run(PolicySet policies, List<SourceFile> files) {
        Problems problems = new Problems();
        TrialReader reader = new TrialReader(problems, policies);
        List<Trial> trials = new ArrayList<>();
        for (SourceFile file : files) {
            for (YamlMap document : Yaml.documents(file.name(), file.content(), problems)) {
                reader.read(document, Set.of()).ifPresent(trials::add);
            }
        }
        return problems.count() > 0 ? faulty(problems.list()) : run(policies, trials, new Coverage(policies));
    }

    private static Report run(PolicySet policies, List<Trial> trials, Coverage coverage) {
        List<String> lines = new ArrayList<>();
        int passed = 0;
        Set<String> files = new TreeSet<>();
        for (Trial trial : trials) {
            TrialRun run = TrialRun.of(policies, trial);
            coverage.add(run);
            passed += run.isGood() ? 1 : 0;
            if (files.add(trial.at().file())) {
                lines.add(trial.at().file());
            }
            lines.addAll(lines(run));
        }
        coverage.missed().forEach(rule -> lines.add("not hit: " + rule));
        return new Report(trials.size(), passed, coverage.rules(), coverage.hit(), List.of(), lines);
    }

    private static List<String> lines(TrialRun run) {
        if (run.isGood()) {
            return List.of("  ok    " + run.trial().name());
        }
        List<String> lines = new ArrayList<>();
        lines.add("  FAIL  line " + run.trial().at().line() + ": " + run.trial().name());
        lines.add("        " + run.fault());
        run.considered().forEach(rule -> lines.add("          " + rule));
        return lines;
    }

    private static Report faulty(List<Problem> problems) {
        return new Report(
                0,
                0,
                0,
                0,
                problems.stream().map(problem -> problem.code() + " " + problem).toList(),
                List.of());
    }
}
