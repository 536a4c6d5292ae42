package sluice.operator.internal.text;

import java.util.stream.Collectors;
import sluice.policy.check.Report;

/** What came of a folder's policy tests. */
public final class PolicyCheckText {
    private PolicyCheckText() {}

    /**
     * The answer of {@code sluice:policy-test}.
     *
     * @param report what came of them
     * @return lines; the last one sums up
     */
    public static String of(Report report) {
        return lines(report.text());
    }

    /**
     * Lines that quote files.
     *
     * @param text lines
     * @return the same, harmless to a terminal
     */
    public static String lines(String text) {
        return text.lines().map(line -> Plain.of(line) + "\n").collect(Collectors.joining());
    }
}
