package sluice.guard.internal.desk;

import java.time.InstantSource;
import java.util.List;
import sluice.guard.Admission;
import sluice.guard.Guest;
import sluice.guard.Vendor;
import sluice.guard.internal.list.Lists;
import sluice.guard.internal.list.Texts;
import sluice.guard.internal.list.Vendors;
import sluice.guard.internal.roll.Enforcement;
import sluice.guard.internal.roll.Herald;
import sluice.guard.internal.roll.Roster;

/**
 * Where operators decide. Lists change under a lock that nothing else takes; bundles start and stop outside of it, since code of theirs may run
 * then. The file comes first: what can not be kept is not done.
 */
public final class Desk implements Admission {
    private final Roster roster;
    private final Vendors vendors;
    private final ApprovalDesk approvalDesk;
    private final VendorDesk vendorDesk;

    /** A desk that is open at once. */
    public Desk(Lists lists, Roster roster, Herald herald, Enforcement enforcement, InstantSource clock) {
        this.roster = roster;
        this.vendors = lists.vendors();
        this.approvalDesk = new ApprovalDesk(lists, roster, herald, enforcement, clock);
        this.vendorDesk = new VendorDesk(lists, roster, herald, enforcement, clock);
    }

    @Override
    public List<Guest> guests() {
        return roster.guests();
    }

    @Override
    public List<Vendor> vendors() {
        return vendors.all();
    }

    @Override
    public Answer approve(String digest, String by) {
        return approvalDesk.approve(digest, Texts.person(by));
    }

    @Override
    public Answer withdraw(String digest, String by) {
        return approvalDesk.withdraw(digest, Texts.person(by));
    }

    @Override
    public Answer addVendor(String name, String certificate, String by) {
        return vendorDesk.add(name, certificate, Texts.person(by));
    }

    @Override
    public Answer revokeVendor(String name, String by) {
        return vendorDesk.revoke(name, Texts.person(by));
    }
}
