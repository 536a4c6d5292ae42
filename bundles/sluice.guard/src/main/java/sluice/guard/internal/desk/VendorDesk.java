package sluice.guard.internal.desk;

import static sluice.guard.internal.desk.Answers.done;
import static sluice.guard.internal.desk.Answers.no;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import sluice.guard.Admission.Answer;
import sluice.guard.internal.list.Approval;
import sluice.guard.internal.list.Lists;
import sluice.guard.internal.list.Texts;
import sluice.guard.internal.list.Vendors;
import sluice.guard.internal.roll.Enforcement;
import sluice.guard.internal.roll.Herald;
import sluice.guard.internal.roll.Roster;

/** Accepts vendors, and accepts them no more. */
final class VendorDesk {
    private final Lists lists;
    private final Roster roster;
    private final Herald herald;
    private final Enforcement enforcement;
    private final InstantSource clock;

    VendorDesk(Lists lists, Roster roster, Herald herald, Enforcement enforcement, InstantSource clock) {
        this.lists = lists;
        this.roster = roster;
        this.herald = herald;
        this.enforcement = enforcement;
        this.clock = clock;
    }

    Answer add(String name, String pem, String by) {
        if (!Vendors.isName(name)) {
            return no("bad-vendor-name", "a vendor's name is 2 to 40 lower-case letters, digits and hyphens");
        }
        try {
            List<Vendors.Accepted> keys = Vendors.accepted(name, pem);
            synchronized (lists) {
                Answer why = whyNot(name, keys);
                if (!why.isDone()) {
                    return why;
                }
                lists.vendors().add(name, pem);
                roster.changed();
            }
            herald.tell("vendor-added", details(name, keys.get(0), by));
            enforcement.enforce();
            return done("accepted `" + name + "`: " + keys.get(0).vendor().subject());
        } catch (CertificateException e) {
            return no("bad-certificate", Texts.line("no certificate that can be accepted: " + e.getMessage()));
        } catch (IOException e) {
            return no("list-unwritable", Texts.line("not accepted: " + e.getMessage()));
        }
    }

    Answer revoke(String name, String by) {
        List<String> digests;
        try {
            synchronized (lists) {
                if (!lists.vendors().has(name)) {
                    return no("no-such-vendor", "there is no vendor `" + Texts.line(name) + "`");
                }
                // First the approvals: a crash between the two leaves less in force, not more.
                digests = approved(name);
                lists.approvals().withdraw(digests, by, clock.instant());
                lists.vendors().remove(name);
                roster.changed();
            }
        } catch (IOException e) {
            roster.changed();
            enforcement.enforce();
            return no("list-unwritable", Texts.line("not revoked: " + e.getMessage()));
        }
        int stopped = enforcement.enforce();
        herald.tell("vendor-revoked", Map.of("vendor", name, "by", by, "approvals", Integer.toString(digests.size())));
        digests.forEach(digest -> herald.tell("approval-withdrawn", Map.of("digest", digest, "by", by)));
        return done("revoked `" + name + "`; took " + digests.size() + " approvals back, stopped " + stopped);
    }

    private Answer whyNot(String name, List<Vendors.Accepted> keys) {
        if (lists.vendors().has(name)) {
            return no("vendor-exists", "`" + name + "` is accepted already; revoke it, or add to its file and restart");
        }
        for (Vendors.Accepted key : keys) {
            if (lists.vendors().of(key.certificate()).isPresent()) {
                return no("vendor-exists", "another vendor is accepted with this certificate");
            }
            if (!key.isValid(clock.instant())) {
                return no("expired-certificate", "the certificate is not valid today");
            }
        }
        return lists.vendors().isFull() ? no("too-many-vendors", "256 are accepted; revoke one") : done("");
    }

    private List<String> approved(String name) {
        return lists.approvals().all().stream()
                .filter(approval -> !approval.isWithdrawn() && approval.vendor().equals(name))
                .map(Approval::digest)
                .toList();
    }

    private static Map<String, String> details(String name, Vendors.Accepted key, String by) {
        return Map.of(
                "vendor",
                name,
                "fingerprint",
                key.vendor().fingerprint(),
                "notAfter",
                key.vendor().notAfter().toString(),
                "by",
                by);
    }
}
