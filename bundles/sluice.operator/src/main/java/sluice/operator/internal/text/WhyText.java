package sluice.operator.internal.text;

import java.util.List;
import sluice.broker.core.port.Trouble;
import sluice.operator.internal.Figures;
import sluice.operator.internal.Finding;

/** What does not run, and why. */
public final class WhyText {
    private WhyText() {}

    /**
     * The answer of {@code sluice:why}.
     *
     * @param findings what does not run
     * @return lines
     */
    public static String of(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "everything runs\n";
        }
        Table table = new Table().text("WHAT").text("CODE").text("PART");
        for (Finding finding : findings) {
            Trouble trouble = finding.trouble();
            table.row(trouble.what(), trouble.code(), finding.part()).detail(trouble.why());
        }
        String verb = findings.size() == 1 ? " does not run\n" : " do not run\n";
        return Figures.of(findings.size(), "thing") + verb + table.orElse("");
    }
}
