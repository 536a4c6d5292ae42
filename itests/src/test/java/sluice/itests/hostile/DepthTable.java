package sluice.itests.hostile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The outcome of all cases in several configurations, as Markdown: how many escaped of each family, and what stopped each case.
 *
 * @param runs configuration to outcomes
 */
record DepthTable(Map<String, List<Outcome>> runs) {
    String markdown() {
        return families() + "\n" + cases();
    }

    private String families() {
        StringBuilder text = new StringBuilder(
                "## Escaped, of how many\n\n| family | " + String.join(" | ", runs.keySet()) + " |\n");
        text.append("|---|").append("---|".repeat(runs.size())).append('\n');
        names().forEach(family -> text.append("| ")
                .append(family)
                .append(" | ")
                .append(row(family))
                .append(" |\n"));
        text.append("| **all** | ").append(row("")).append(" |\n");
        return text.toString();
    }

    private List<String> names() {
        return runs.values().stream()
                .flatMap(List::stream)
                .map(outcome -> outcome.attack().family())
                .distinct()
                .sorted()
                .toList();
    }

    private String row(String family) {
        return runs.values().stream().map(outcomes -> cell(outcomes, family)).collect(Collectors.joining(" | "));
    }

    /** Escaped/all, and with a question mark how many came to no result. */
    private static String cell(List<Outcome> outcomes, String family) {
        List<Outcome> ours = outcomes.stream()
                .filter(outcome -> family.isEmpty() || outcome.attack().family().equals(family))
                .toList();
        long escaped = ours.stream().filter(Outcome::isEscaped).count();
        long unclear = ours.stream().filter(Outcome::isError).count();
        return escaped + "/" + ours.size() + (unclear == 0 ? "" : " (" + unclear + "?)");
    }

    private String cases() {
        StringBuilder text = new StringBuilder(
                "## What stopped it\n\n| case | what it does | " + String.join(" | ", runs.keySet()) + " |\n");
        text.append("|---|---|").append("---|".repeat(runs.size())).append('\n');
        Map<String, StringBuilder> lines = new TreeMap<>();
        runs.values()
                .forEach(outcomes -> outcomes.forEach(outcome -> lines.computeIfAbsent(
                                outcome.attack().id(),
                                id -> new StringBuilder("| " + id + " | "
                                        + outcome.attack().about().replace("|", "\\|")))
                        .append(" | ")
                        .append(brief(outcome))));
        lines.values().forEach(line -> text.append(line).append(" |\n"));
        return text.toString();
    }

    private static String brief(Outcome outcome) {
        if (outcome.isEscaped()) {
            return "**escaped**";
        }
        return outcome.isError() ? "?" : outcome.by().replaceAll(" \\(.*", "");
    }
}
