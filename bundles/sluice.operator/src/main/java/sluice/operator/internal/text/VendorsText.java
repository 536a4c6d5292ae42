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

    /**
     * What an operator has to compare after a vendor was accepted.
     *
     * @param name the vendor
     * @param vendors the accepted ones
     * @return lines; empty if it is not among them
     */
    public static String accepted(String name, List<Vendor> vendors) {
        return vendors.stream()
                .filter(vendor -> vendor.name().equals(name))
                .map(vendor -> "SHA-256 " + vendor.fingerprint()
                        + "\nNot what the vendor told you? `sluice:vendor-revoke " + Plain.of(name) + "`\n")
                .findFirst()
                .orElse("");
    }

    static String of(Vendor vendor) {
        return vendor.subject() + ", SHA-256 " + vendor.fingerprint() + ", until " + vendor.notAfter();
    }
}
