package sluice.operator.internal.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.guard.Admission;
import sluice.guard.Guest;
import sluice.guard.Vendor;
import sluice.operator.internal.GuestLine;
import sluice.operator.internal.text.AdmissionText;

/** Who waits, who was refused, who is in, and whose signature is accepted. */
final class AdmissionSection {
    private final Html html;
    private final Forms forms;

    AdmissionSection(Html html, Forms forms) {
        this.html = html;
        this.forms = forms;
    }

    void write(@Nullable Admission admission) {
        List<GuestLine> guests = admission == null ? List.of() : GuestLine.all(admission);
        String status = admission == null
                ? "The guard does not run: no driver and no application may."
                : AdmissionText.totals(guests) + ".";
        html.leaf("p", status, "id", "sluice-status", "role", "status");
        if (admission != null) {
            section("waiting", "Waiting to be let in", in(guests, Guest.State.WAITING));
            section("refused", "Refused", in(guests, Guest.State.REFUSED));
            section("approved", "Let in", in(guests, Guest.State.APPROVED));
            writeVendors(admission.vendors());
        }
    }

    /** Stays where it is while the rest is renewed, so that nobody's typing is lost. */
    void writeVendorForm() {
        html.open("section", "id", "sluice-vendor-form").leaf("h2", "Accept a vendor");
        html.leaf(
                "p",
                "Compare the fingerprint that you will be shown with the one that the vendor told you in another way.",
                "class",
                "none");
        forms.vendor();
        html.close();
    }

    private static List<GuestLine> in(List<GuestLine> guests, Guest.State state) {
        return guests.stream().filter(line -> line.guest().state() == state).toList();
    }

    private void section(String state, String title, List<GuestLine> guests) {
        html.open("section", "id", "sluice-" + state).leaf("h2", title);
        if (guests.isEmpty()) {
            html.leaf("p", "None.", "class", "none").close();
            return;
        }
        open(title, "Bundle", "Version", "Signed by", "SHA-256", "Checked", "");
        guests.forEach(this::row);
        html.close().close().close();
    }

    private void open(String caption, String... headers) {
        html.open("table").leaf("caption", caption).open("thead").open("tr");
        for (String header : headers) {
            html.leaf("th", header.isEmpty() ? "What can be done" : header, "scope", "col");
        }
        html.close().close().open("tbody");
    }

    private void row(GuestLine line) {
        Guest guest = line.guest();
        html.open("tr").open("th", "scope", "row");
        html.leaf("span", guest.name()).text(" ").leaf("small", "(" + guest.bundleId() + ")");
        guest.reasons().forEach(reason -> html.leaf("small", reason, "class", "rule"));
        html.close();
        html.leaf("td", guest.version());
        html.leaf("td", line.signer());
        html.open("td")
                .leaf("code", line.shortDigest(), "title", guest.digest())
                .close();
        html.leaf("td", line.checked());
        html.open("td");
        switch (guest.state()) {
            case WAITING -> forms.button("approve", "Approve", guest.digest(), guest.name() + " " + guest.version());
            case APPROVED -> forms.button("withdraw", "Withdraw", guest.digest(), guest.name() + " " + guest.version());
            case REFUSED -> html.text("tell the vendor");
        }
        html.close().close();
    }

    private void writeVendors(List<Vendor> vendors) {
        html.open("section", "id", "sluice-vendors").leaf("h2", "Accepted vendors");
        if (vendors.isEmpty()) {
            html.leaf("p", "None.", "class", "none").close();
            return;
        }
        open("Whose signature is accepted", "Vendor", "Certificate", "Valid until", "");
        vendors.forEach(this::row);
        html.close().close().close();
    }

    private void row(Vendor vendor) {
        html.open("tr").leaf("th", vendor.name(), "scope", "row");
        html.open("td").text(vendor.subject());
        html.leaf("small", "SHA-256 " + vendor.fingerprint(), "class", "rule");
        html.leaf(
                "small",
                vendor.isDevelopment() ? "A development key: the build made it, and nobody vouches for it." : "",
                "class",
                "rule");
        html.close();
        html.leaf("td", vendor.notAfter().toString());
        html.open("td");
        forms.button("revoke", "Revoke", vendor.name(), vendor.name());
        html.close().close();
    }
}
