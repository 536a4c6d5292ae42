package sluice.operator.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.BrokerView.Guest;
import sluice.broker.core.port.Trouble;

/** Finds what does not run: parts that are missing, what the parts say of themselves, bundles that Karaf can not start, and
 * guests that the broker gave up. */
public final class Why {
    /** The code of a part that is not there. */
    public static final String NOT_RUNNING = "not-running";

    private static final String RUNNING = "running";

    private final Platform platform;

    /**
     * Asks a platform.
     *
     * @param platform which
     */
    public Why(Platform platform) {
        this.platform = platform;
    }

    /**
     * What does not run now.
     *
     * @return missing parts first, then what the parts say, then bundles, then guests; empty if everything runs
     */
    public List<Finding> findings() {
        List<Trouble.Report> reports = platform.reports();
        List<Finding> findings = new ArrayList<>();
        addMissing(findings, "broker", platform.broker());
        addMissing(findings, "guard", speakerOf("guard", reports));
        addMissing(findings, "ledger", platform.ledger());
        addMissing(findings, "keys", speakerOf("keys", reports));
        addMissing(findings, "store", speakerOf("store", reports));
        addMissing(findings, "devices", platform.devices());
        addMissing(findings, "policy", speakerOf("policy", reports));
        addMissing(findings, "mqtt", speakerOf("mqtt", reports));
        reports.forEach(report -> report.troubles().forEach(t -> findings.add(new Finding(report.part(), t))));
        findings.addAll(platform.bundles());
        BrokerView broker = platform.broker();
        if (broker != null) {
            broker.guests().stream()
                    .filter(guest -> !guest.status().equals(RUNNING) && !isMentioned(guest, findings))
                    .forEach(guest -> findings.add(new Finding("broker", troubleOf(guest))));
        }
        return findings;
    }

    private static void addMissing(List<Finding> findings, String part, @Nullable Object provider) {
        if (provider == null) {
            String why = "no bundle provides it; `bundle:list` and `bundle:diag` say which one does not run";
            findings.add(new Finding(part, new Trouble(NOT_RUNNING, part, why)));
        }
    }

    private static Trouble.@Nullable Report speakerOf(String part, List<Trouble.Report> reports) {
        return reports.stream()
                .filter(report -> report.part().equals(part))
                .findFirst()
                .orElse(null);
    }

    private static boolean isMentioned(Guest guest, List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.trouble().what().equals(nameOf(guest)));
    }

    private static Trouble troubleOf(Guest guest) {
        Map<String, Long> notes = new TreeMap<>(guest.notes());
        String noted = notes.isEmpty()
                ? "it noted nothing"
                : notes.entrySet().stream()
                        .map(note -> note.getKey() + "=" + note.getValue())
                        .collect(Collectors.joining(", ", "it noted ", ""));
        String why = "the broker says " + guest.status() + "; " + noted + "; `bundle:restart " + guest.name()
                + "` tries again";
        String code = guest.status().split(":", 2)[0]; // a failure says its class after the colon
        return new Trouble(code, nameOf(guest), why);
    }

    // as the broker names a guest in its own troubles
    private static String nameOf(Guest guest) {
        return guest.kind() + " `" + guest.name() + "`";
    }
}
