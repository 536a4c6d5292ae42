package sluice.guard.internal.desk;

import static sluice.guard.internal.desk.Answers.done;
import static sluice.guard.internal.desk.Answers.no;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import sluice.guard.Admission.Answer;
import sluice.guard.Guest;
import sluice.guard.Guest.State;
import sluice.guard.internal.list.Approval;
import sluice.guard.internal.list.Lists;
import sluice.guard.internal.list.Texts;
import sluice.guard.internal.roll.Enforcement;
import sluice.guard.internal.roll.Herald;
import sluice.guard.internal.roll.Roster;

/** Approves and takes back, by digest. */
final class ApprovalDesk {
    private static final Pattern PREFIX = Pattern.compile("[0-9a-f]{8,64}");

    private final Lists lists;
    private final Roster roster;
    private final Herald herald;
    private final Enforcement enforcement;
    private final InstantSource clock;

    ApprovalDesk(Lists lists, Roster roster, Herald herald, Enforcement enforcement, InstantSource clock) {
        this.lists = lists;
        this.roster = roster;
        this.herald = herald;
        this.enforcement = enforcement;
        this.clock = clock;
    }

    Answer approve(String prefix, String by) {
        List<Guest> meant = meant(prefix, guest -> guest.state() == State.WAITING);
        if (meant.isEmpty()) {
            return notWaiting(prefix);
        }
        if (digests(meant).size() > 1) {
            return ambiguous(prefix);
        }
        Guest guest = meant.get(0);
        try {
            synchronized (lists) {
                if (roster.guests().stream().noneMatch(now -> now.equals(guest))) {
                    return no(
                            "no-such-bundle", "the verdict on `" + guest.name() + "` changed a moment ago; look again");
                }
                lists.approvals().add(approval(guest, by));
                roster.changed();
            }
        } catch (IOException e) {
            return no("list-unwritable", Texts.line("not approved: " + e.getMessage()));
        }
        herald.tell("bundle-approved", details(guest, by));
        boolean isRunning = enforcement.start(guest.digest());
        return done("approved `" + guest.name() + "` " + guest.version() + " of `" + guest.signer() + "`"
                + (isRunning
                        ? ", and started it"
                        : "; it does not run yet: bundle:diag " + guest.bundleId() + " says why"));
    }

    Answer withdraw(String prefix, String by) {
        Set<String> digests = new TreeSet<>();
        lists.approvals().all().stream()
                .filter(approval -> !approval.isWithdrawn() && isMeant(prefix, approval.digest()))
                .forEach(approval -> digests.add(approval.digest()));
        if (digests.isEmpty()) {
            return no(
                    "not-approved",
                    "no approval begins with `" + Texts.line(prefix) + "`; sluice:admission lists them");
        }
        if (digests.size() > 1) {
            return ambiguous(prefix);
        }
        String digest = digests.iterator().next();
        try {
            synchronized (lists) {
                lists.approvals().withdraw(List.of(digest), by, clock.instant());
                roster.changed();
            }
        } catch (IOException e) {
            return no("list-unwritable", Texts.line("not taken back: " + e.getMessage()));
        }
        herald.tell("approval-withdrawn", Map.of("digest", digest, "by", by));
        return done("took the approval of " + digest.substring(0, 8) + " back; stopped " + enforcement.enforce());
    }

    private Approval approval(Guest guest, String by) {
        return new Approval(guest.digest(), guest.name(), guest.version(), guest.signer(), by, clock.instant(), false);
    }

    private Answer notWaiting(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            return no("bad-digest", "a digest is 64 characters of 0-9 a-f, or its first 8 or more");
        }
        for (Guest guest : meant(prefix, any -> true)) {
            return guest.state() == State.APPROVED
                    ? no("already-approved", "`" + guest.name() + "` " + guest.version() + " is approved already")
                    : no(
                            "bundle-refused",
                            "`" + guest.name() + "` is refused: "
                                    + guest.reasons().get(0));
        }
        return no("no-such-bundle", "no bundle's digest begins with `" + prefix + "`; sluice:admission lists them");
    }

    private static Answer ambiguous(String prefix) {
        return no("ambiguous-digest", "more than one digest begins with `" + prefix + "`; give more of it");
    }

    private List<Guest> meant(String prefix, Predicate<Guest> condition) {
        return roster.guests().stream()
                .filter(guest -> isMeant(prefix, guest.digest()))
                .filter(condition)
                .toList();
    }

    private static boolean isMeant(String prefix, String digest) {
        return PREFIX.matcher(prefix).matches() && digest.startsWith(prefix);
    }

    private static Set<String> digests(List<Guest> guests) {
        Set<String> digests = new TreeSet<>();
        guests.forEach(guest -> digests.add(guest.digest()));
        return digests;
    }

    private static Map<String, String> details(Guest guest, String by) {
        Map<String, String> details = new HashMap<>(Herald.details(guest, ""));
        details.put("by", by);
        return details;
    }
}
