package sluice.operator.internal.page;

import java.util.List;
import sluice.broker.core.port.Trouble;
import sluice.operator.internal.Finding;

/** What does not run, and why. */
final class TroublesSection {
    private final Html html;

    TroublesSection(Html html) {
        this.html = html;
    }

    void write(List<Finding> findings) {
        html.leaf("h2", "What does not run");
        if (findings.isEmpty()) {
            html.leaf("p", "Everything runs.", "class", "none");
            return;
        }
        html.open("table").leaf("caption", "Root causes; the shell's sluice:why shows the same");
        html.open("thead").open("tr");
        List.of("What", "Why", "Code", "Part").forEach(header -> html.leaf("th", header, "scope", "col"));
        html.close().close().open("tbody");
        findings.forEach(this::write);
        html.close().close();
    }

    private void write(Finding finding) {
        Trouble trouble = finding.trouble();
        html.open("tr").leaf("th", trouble.what(), "scope", "row").leaf("td", trouble.why());
        html.open("td").leaf("code", trouble.code()).close();
        html.leaf("td", finding.part()).close();
    }
}
