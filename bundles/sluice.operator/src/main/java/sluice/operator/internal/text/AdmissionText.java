package sluice.operator.internal.text;

import java.util.List;
import sluice.guard.Admission;
import sluice.guard.Guest;
import sluice.guard.Vendor;
import sluice.operator.internal.Figures;
import sluice.operator.internal.GuestLine;

/** Which bundles the guard lets in. */
public final class AdmissionText {
    private AdmissionText() {}

    /**
     * The answer of {@code sluice:admission}.
     *
     * @param admission whose decisions
     * @return lines
     */
    public static String of(Admission admission) {
        List<GuestLine> guests = GuestLine.all(admission);
        Table table = new Table()
                .figure("ID")
                .text("NAME")
                .text("VERSION")
                .text("STATE")
                .text("SIGNED BY")
                .text("DIGEST")
                .text("CHECKED");
        for (GuestLine line : guests) {
            Guest guest = line.guest();
            table.row(
                            Long.toString(guest.bundleId()),
                            guest.name(),
                            guest.version(),
                            line.state(),
                            line.signer(),
                            line.shortDigest(),
                            line.checked())
                    .detail(line.help());
        }
        return table.orElse("no bundle but the platform's own; drop a jar into deploy/") + totals(guests) + "\n";
    }

    /**
     * The answer of {@code sluice:admission BUNDLE}: all that is known, and every reason.
     *
     * @param line one bundle
     * @param vendors the accepted vendors
     * @return lines
     */
    public static String of(GuestLine line, List<Vendor> vendors) {
        Guest guest = line.guest();
        StringBuilder text = new StringBuilder();
        add(text, "bundle", Long.toString(guest.bundleId()));
        add(text, "name", guest.name());
        add(text, "version", guest.version());
        add(text, "state", line.state());
        add(text, "signed by", line.signer());
        vendors.stream()
                .filter(vendor -> vendor.name().equals(guest.signer()))
                .forEach(vendor -> add(text, "certificate", VendorsText.of(vendor)));
        add(text, "digest", guest.digest());
        add(
                text,
                "checked",
                guest.checkedAgainst() == 0 ? "the bundle does not say" : "against allow-" + line.checked());
        if (guest.state() == Guest.State.WAITING) {
            add(text, "to let it run", "sluice:approve " + line.shortDigest());
        }
        return text + reasons(guest.reasons());
    }

    /**
     * How many are in which state.
     *
     * @param guests all of them
     * @return for example {@code 3 guests: 1 waiting, 1 refused, 1 approved}
     */
    public static String totals(List<GuestLine> guests) {
        return Figures.of(guests.size(), "guest") + ": " + count(guests, Guest.State.WAITING) + " waiting, "
                + count(guests, Guest.State.REFUSED) + " refused, " + count(guests, Guest.State.APPROVED)
                + " approved";
    }

    private static long count(List<GuestLine> guests, Guest.State state) {
        return guests.stream().filter(line -> line.guest().state() == state).count();
    }

    private static void add(StringBuilder text, String name, String value) {
        text.append("  ").append(name).append(" ".repeat(Math.max(1, 15 - name.length())));
        text.append(Plain.of(value)).append('\n');
    }

    private static String reasons(List<String> reasons) {
        StringBuilder text = new StringBuilder(reasons.isEmpty() ? "" : Figures.of(reasons.size(), "reason") + "\n");
        for (String reason : reasons) {
            List<String> lines = Plain.wrap(reason, Table.WIDTH - 4);
            text.append("  - ").append(lines.get(0)).append('\n');
            lines.stream()
                    .skip(1)
                    .forEach(line -> text.append("    ").append(line).append('\n'));
        }
        return text.toString();
    }
}
