package sluice.guard.internal.verdict;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.wiring.BundleRevision;
import sluice.guard.Guest;
import sluice.guard.Guest.State;
import sluice.guard.internal.agent.Agent;
import sluice.guard.internal.list.Approval;
import sluice.guard.internal.list.Approvals;
import sluice.guard.internal.list.Certificates;
import sluice.guard.internal.list.Lists;
import sluice.guard.internal.list.Texts;
import sluice.guard.internal.list.Vendors;
import sluice.guard.rules.Fault;

/** Decides about one content: rules, signature, name, approval. Asks nothing of where the bundle came from or what it says of itself. */
public final class Judge {
    private static final String NOBODY = "-";

    private final Agent agent;
    private final boolean isAsked;
    private final Inspection inspection = new Inspection();
    private final Vendors vendors;
    private final Approvals approvals;
    private final InstantSource clock;
    private final Path cache;
    private final Map<String, String> expelled = new ConcurrentHashMap<>();
    private final Set<String> platformNames = ConcurrentHashMap.newKeySet();

    /**
     * A judge.
     *
     * @param isAsked false in a laboratory without the layer {@code admission}: then everything is approved
     * @param cache the framework's own storage; content elsewhere may change after it was judged
     */
    public Judge(Agent agent, boolean isAsked, Lists lists, InstantSource clock, Path cache) {
        this.agent = agent;
        this.isAsked = isAsked;
        this.vendors = lists.vendors();
        this.approvals = lists.approvals();
        this.clock = clock;
        this.cache = real(cache);
    }

    /** Whether this content is on a trust list; also when {@code admission} is off. */
    public boolean isPlatform(BundleRevision revision) {
        return agent.digest(revision).filter(agent::trusts).isPresent();
    }

    /** A symbolic name that no guest may have; true if it is new. */
    public boolean reserve(String name) {
        return platformNames.add(name);
    }

    /** Refuses a content that did, while it ran, what its jar did not show. Until the guard is started anew. */
    public void expel(String digest, String reason) {
        expelled.put(digest, reason);
    }

    /** The verdict about a content that is not the platform's. */
    public Guest judge(BundleRevision revision) {
        Optional<String> digest = agent.digest(revision);
        Optional<Path> jar = agent.content(revision);
        Verdict verdict = new Verdict(revision, digest.orElse(""));
        String reason = expelled.get(digest.orElse(""));
        if (reason != null) {
            return verdict.refused(List.of(new Fault("services", reason, "foreign-service", "a service of its own")));
        }
        if (!isAsked) {
            return verdict.of(State.APPROVED, List.of());
        }
        if (digest.isEmpty() || jar.isEmpty()) {
            return verdict.refused(List.of(new Fault("content", "not one file", "no-content", "a jar")));
        }
        return judge(verdict, digest.get(), jar.get());
    }

    private Guest judge(Verdict verdict, String digest, Path jar) {
        Inspection.Finding finding = inspection.of(digest, jar);
        verdict.checkedAgainst = finding.checkedAgainst();
        Optional<Approval> approval = approvals.of(digest);
        List<Fault> faults = new ArrayList<>(finding.faults());
        if (!real(jar).startsWith(cache)) {
            faults.add(new Fault(
                    "content", "outside the bundle cache", "foreign-content", "install it without `reference:`"));
        }
        finding.signature()
                .signers()
                .forEach(signer -> vendors.of(signer)
                        .ifPresentOrElse(
                                vendor -> verdict.checkVendor(
                                        vendor, approval.map(Approval::at).orElseGet(clock::instant), faults),
                                () -> faults.add(new Fault(
                                        "signature",
                                        Certificates.fingerprint(signer),
                                        "unknown-vendor",
                                        "a vendor that was accepted"))));
        verdict.checkName(faults);
        if (!faults.isEmpty()) {
            return verdict.refused(faults);
        }
        return verdict.of(approval.isPresent() ? State.APPROVED : State.WAITING, List.of());
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private final class Verdict {
        private final BundleRevision revision;
        private final String digest;
        private String signer = "";
        private int checkedAgainst;

        Verdict(BundleRevision revision, String digest) {
            this.revision = revision;
            this.digest = digest;
        }

        /** An approval that was given while the certificate was valid outlives it: a city's devices do not go dark on a vendor's date. */
        void checkVendor(Vendors.Accepted accepted, Instant at, List<Fault> faults) {
            signer = accepted.vendor().name();
            if (!accepted.isValid(at)) {
                faults.add(new Fault(
                        "signature",
                        "valid from " + accepted.certificate().getNotBefore().toInstant() + " until "
                                + accepted.vendor().notAfter(),
                        "expired-certificate",
                        "a certificate that is valid on the day of the approval"));
            }
        }

        void checkName(List<Fault> faults) {
            String name = name();
            if (!Texts.isName(name) || name.equals(NOBODY)) {
                faults.add(new Fault("MANIFEST", "Bundle-SymbolicName", "bad-name", "letters, digits, `.`, `_`, `-`"));
            } else if (platformNames.contains(name)) {
                faults.add(new Fault("MANIFEST", name, "platform-name", "a name of the vendor's own"));
            } else if (!signer.isEmpty()
                    && !approvals.owner(name).orElse(signer).equals(signer)) {
                faults.add(new Fault("MANIFEST", name, "name-taken", "a name that is no other vendor's"));
            }
        }

        Guest refused(List<Fault> faults) {
            return of(State.REFUSED, faults);
        }

        Guest of(State state, List<Fault> faults) {
            return new Guest(
                    revision.getBundle().getBundleId(),
                    Texts.line(name()),
                    Texts.line(String.valueOf(revision.getVersion())),
                    state,
                    signer,
                    digest,
                    checkedAgainst,
                    faults.stream().map(Texts::line).toList());
        }

        private String name() {
            String name = revision.getSymbolicName();
            return name == null ? NOBODY : name;
        }
    }
}
