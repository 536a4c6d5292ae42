package sluice.operator.internal.text;

import java.util.TreeMap;
import sluice.devices.Answer;
import sluice.devices.ImportReport;
import sluice.devices.ImportReport.RefusedLine;
import sluice.operator.internal.Figures;

/** What the registrar of devices and accounts did. The only text that ever holds a secret, and it is shown once. */
public final class RegistrarText {
    private static final String ONCE = "shown this once, kept nowhere";

    private RegistrarText() {}

    /**
     * What was done.
     *
     * @param done by the registrar
     * @param nameOfSecret what the secret is, for example {@code password}
     * @return lines
     */
    public static String of(Answer.Done done, String nameOfSecret) {
        String file = "done: `" + Plain.of(done.file()) + "`\n";
        return done.secret().isEmpty() ? file : file + nameOfSecret + ": " + done.secret() + " (" + ONCE + ")\n";
    }

    /**
     * What was not done.
     *
     * @param declined by the registrar
     * @return one line
     */
    public static String of(Answer.Declined declined) {
        return Plain.of(declined.why() + " [" + declined.code() + "]");
    }

    /**
     * What an import did.
     *
     * @param report of the registrar
     * @param dryRun whether nothing was written
     * @return lines
     */
    public static String of(ImportReport report, boolean dryRun) {
        StringBuilder text = new StringBuilder(dryRun ? "dry run, nothing was written; would be " : "");
        text.append("added ").append(Figures.count(report.added().size()));
        text.append(", changed ").append(Figures.count(report.changed().size()));
        text.append(", unchanged ").append(Figures.count(report.unchanged().size()));
        text.append(", refused ").append(Figures.count(report.refused().size())).append('\n');
        return text.append(refused(report)).append(secrets(report)).toString();
    }

    private static String refused(ImportReport report) {
        if (report.refused().isEmpty()) {
            return "";
        }
        Table table = new Table().figure("LINE").text("CODE");
        for (RefusedLine line : report.refused()) {
            table.row(Figures.count(line.line()), line.code()).detail(line.why());
        }
        return table.orElse("");
    }

    private static String secrets(ImportReport report) {
        if (report.secrets().isEmpty()) {
            return "";
        }
        Table table = new Table().text("DEVICE").text("SECRET");
        new TreeMap<>(report.secrets()).forEach(table::row);
        return "secrets, " + ONCE + "\n" + table.orElse("");
    }
}
