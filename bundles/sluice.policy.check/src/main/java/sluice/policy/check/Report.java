package sluice.policy.check;

import java.util.List;

/**
 * What came of a folder's tests.
 *
 * @param tests how many there are
 * @param passed how many came out as expected
 * @param rules how many rules there are
 * @param hit how many of them a test hit
 * @param problems what is wrong with the files themselves, one line each; nothing was run if there is one
 * @param lines one for each test, then what was not hit; for the operator
 */
public record Report(int tests, int passed, int rules, int hit, List<String> problems, List<String> lines) {
    public Report {
        problems = List.copyOf(problems);
        lines = List.copyOf(lines);
    }

    /**
     * Whether every test came out as expected; a folder without tests has not been tested.
     *
     * @return false if one did not, or the files are faulty
     */
    public boolean isGood() {
        return problems.isEmpty() && tests > 0 && passed == tests;
    }

    /**
     * Whether every rule was hit as well.
     *
     * @return false if one was not
     */
    public boolean isComplete() {
        return isGood() && hit == rules;
    }

    /**
     * The share of rules that were hit.
     *
     * @return percent, rounded down, so that 100 is all
     */
    public int percent() {
        return rules == 0 ? 0 : hit * 100 / rules;
    }

    /**
     * The report in one text.
     *
     * @return lines that end in a line feed; the last one sums up
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> text.append(problem).append('\n'));
        lines.forEach(line -> text.append(line).append('\n'));
        return text.append("policy tests: ")
                .append(passed)
                .append(" of ")
                .append(tests)
                .append(" passed; rules hit: ")
                .append(hit)
                .append(" of ")
                .append(rules)
                .append(" (")
                .append(percent())
                .append(" %)\n")
                .toString();
    }
}
