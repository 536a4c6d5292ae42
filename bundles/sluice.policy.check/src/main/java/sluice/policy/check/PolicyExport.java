package sluice.policy.check;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import sluice.policy.check.export.JsonText;
import sluice.policy.check.export.OdrlDocument;
import sluice.policy.folder.PolicyFolder;
import sluice.yaml.Problem;

/** Tells a folder's policies in standard vocabularies. */
public final class PolicyExport {
    private PolicyExport() {}

    /**
     * Exports them.
     *
     * @param folder as for {@link PolicyTests#run}
     * @return JSON-LD 1.1 that names no other document, or what is wrong with the files
     */
    public static PolicyCheck.Export of(Path folder) {
        return PolicyFolder.read(
                folder,
                set -> new PolicyCheck.Export(JsonText.of(new OdrlDocument(set).build()), ""),
                problems -> new PolicyCheck.Export("", lines(problems)));
    }

    private static String lines(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.code() + " " + problem + "\n")
                .collect(Collectors.joining());
    }
}
