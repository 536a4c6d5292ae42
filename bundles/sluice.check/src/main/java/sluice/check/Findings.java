package sluice.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import sluice.guard.rules.Fault;
import sluice.guard.rules.JarScan;

/**
 * What a scan found, in words for a vendor.
 *
 * @param report what was found
 */
record Findings(JarScan.Report report) {
    private static final int MOST_FREQUENT = 5;

    /** One line for each fault: class, member, rule, substitute. */
    List<String> lines() {
        return report.faults().stream().map(Fault::toString).toList();
    }

    /** How many classes are refused, and why most of them are. */
    List<String> summary() {
        Map<String, Long> reasons = new TreeMap<>(report.faults().stream()
                .map(fault -> fault.rule() + " " + fault.what())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
        List<String> lines = new ArrayList<>();
        lines.add(refusedClasses() + " of " + report.classes() + " classes refused");
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_FREQUENT)
                .forEach(reason -> lines.add("  " + reason.getValue() + " x " + reason.getKey()));
        return lines;
    }

    /** One line: what it is, and whether the guard would take it. */
    String verdict() {
        int faults = report.faults().size();
        String bundle = report.symbolicName() + " " + report.version() + ", " + report.classes() + " classes";
        return bundle + ": " + (faults == 0 ? "may be a guest" : faults + (faults == 1 ? " fault" : " faults"));
    }

    private long refusedClasses() {
        return report.faults().stream()
                .map(Fault::where)
                .filter(where -> !where.equals("MANIFEST") && !where.contains("/"))
                .distinct()
                .count();
    }
}
