package sluice.operator.internal.text;

import java.util.List;
import sluice.guard.Admission;
import sluice.guard.Vendor;

/** Whose signature is accepted. */
public final class VendorsText {
    private VendorsText() {}

    /**
     * The answer of {@code sluice:vendor-list}.
     *
     * @param vendors sorted by name
     * @return lines
     */
    public static String of(List<Vendor> vendors) {
        Table table = new Table().text("VENDOR").text("VALID UNTIL").text("NOTE");
        vendors.forEach(vendor -> table.row(
                        vendor.name(),
                        vendor.notAfter().toString(),
                        vendor.isDevelopment() ? "development key: nobody vouches for it" : "")
                .detail(vendor.subject())
                .detail("SHA-256 " + vendor.fingerprint()));
        return table.orElse("no vendor is accepted; `sluice:vendor-add` accepts one");
    }

    /**
     * What the guard answered.
     *
     * @param answer what was done, or why not
     * @return one line
     */
    public static String of(Admission.Answer answer) {
        return Plain.of(answer.isDone() ? answer.text() : answer.text() + " [" + answer.code() + "]");
    }

    static String of(Vendor vendor) {
        return vendor.subject() + ", SHA-256 " + vendor.fingerprint() + ", until " + vendor.notAfter();
    }
}
