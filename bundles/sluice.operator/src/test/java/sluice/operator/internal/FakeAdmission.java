package sluice.operator.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import sluice.guard.Admission;
import sluice.guard.Guest;
import sluice.guard.Vendor;

/** Decides nothing, and remembers what it was asked. */
public final class FakeAdmission implements Admission {
    /** Digest of the bundle that waits. */
    public static final String WAITING = "0123456789abcdef".repeat(4);

    /** Digest of the bundle that was approved. */
    public static final String APPROVED = "fedcba9876543210".repeat(4);

    public final List<Guest> guests = new ArrayList<>();
    public final List<Vendor> vendors = new ArrayList<>();
    public final List<String> asked = new ArrayList<>();
    public Answer answer = new Answer(true, "", "done");

    /** One that waits, one that was refused for two reasons, one that is in; two vendors. */
    public static FakeAdmission city() {
        FakeAdmission admission = new FakeAdmission();
        admission.vendor("acme", false);
        admission.vendor("development-key", true);
        admission.guest(87, "acme.driver.soil", Guest.State.WAITING, "acme", WAITING);
        admission.guests.add(new Guest(
                88,
                "acme.driver.spy",
                "2.1.0",
                Guest.State.REFUSED,
                "",
                "a".repeat(64),
                0,
                List.of(
                        "acme/driver/spy/Spy.class: java.net.Socket (socket); instead: return readings",
                        "Spy.class: java.lang.Thread (thread); instead: tick(Instant)")));
        admission.guest(60, "sluice.app.waste", Guest.State.APPROVED, "development-key", APPROVED);
        return admission;
    }

    /** Adds a bundle without a reason. */
    public void guest(long id, String name, Guest.State state, String signer, String digest) {
        guests.add(new Guest(id, name, "1.0.0", state, signer, digest, 1, List.of()));
    }

    /** Adds a vendor. */
    public void vendor(String name, boolean isDevelopment) {
        Instant end = Instant.parse("2031-01-01T00:00:00Z");
        vendors.add(new Vendor(name, "CN=" + name, "ab".repeat(32), end, isDevelopment));
    }

    @Override
    public List<Guest> guests() {
        return guests;
    }

    @Override
    public List<Vendor> vendors() {
        return vendors;
    }

    @Override
    public Answer approve(String digest, String by) {
        return ask("approve " + digest + " by " + by);
    }

    @Override
    public Answer withdraw(String digest, String by) {
        return ask("withdraw " + digest + " by " + by);
    }

    @Override
    public Answer addVendor(String name, String certificate, String by) {
        return ask("accept " + name + " " + certificate + " by " + by);
    }

    @Override
    public Answer revokeVendor(String name, String by) {
        return ask("revoke " + name + " by " + by);
    }

    private Answer ask(String what) {
        asked.add(what);
        return answer;
    }
}
