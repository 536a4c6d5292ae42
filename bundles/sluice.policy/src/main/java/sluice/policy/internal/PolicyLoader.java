package sluice.policy.internal;

import java.util.List;
import java.util.Map;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Declassification;
import sluice.broker.core.model.Jurisdiction;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.Recipient;
import sluice.broker.core.model.Zone;
import sluice.broker.core.words.OperatorWords;
import sluice.policy.internal.law.JurisdictionReader;
import sluice.policy.internal.law.PurposeDraft;
import sluice.policy.internal.law.PurposeReader;
import sluice.policy.internal.law.Purposes;
import sluice.policy.internal.words.Names;
import sluice.policy.internal.words.PolicyCode;
import sluice.schema.FileKind;
import sluice.yaml.Mark;
import sluice.yaml.Problem;
import sluice.yaml.Problems;
import sluice.yaml.Say;
import sluice.yaml.Snapshot;

/** Makes one consistent {@link PolicySet} of a folder, or says everything that is wrong with it. For one load. */
public final class PolicyLoader {
    /** The act that purposes are checked against where nobody says otherwise. */
    public static final String USUAL_JURISDICTION = "mfippa-1990";

    private static final List<FileKind> KINDS = List.of(
            FileKind.CATALOGUE,
            FileKind.PURPOSES,
            FileKind.POLICIES,
            FileKind.ZONES,
            FileKind.RECIPIENTS,
            FileKind.SCHEDULES,
            FileKind.JURISDICTION);

    /** The folders that make a set. */
    public static final List<String> FOLDERS =
            KINDS.stream().map(FileKind::word).toList();

    private static final int VERSION_DIGITS = 12;

    private final OperatorWords words = new OperatorWords();
    private final Snapshot snapshot;
    private final Sources sources;
    private final Map<String, Jurisdiction> acts;
    private final Jurisdiction act;

    private PolicyLoader(Snapshot snapshot, String jurisdiction) {
        this.snapshot = snapshot;
        this.sources = new Sources(snapshot);
        this.acts = sources.named(
                "jurisdiction",
                sources.read(FileKind.JURISDICTION, (document, problems) -> JurisdictionReader.read(document)),
                Jurisdiction::name,
                Jurisdiction::where);
        this.act = acts.getOrDefault(jurisdiction, PolicySet.EMPTY.jurisdiction());
    }

    /**
     * Loads, by the usual act.
     *
     * @param snapshot what is in the folders
     * @return one set, or everything that is wrong
     */
    public static Loaded load(Snapshot snapshot) {
        return load(snapshot, USUAL_JURISDICTION);
    }

    /**
     * Loads.
     *
     * @param snapshot what is in the folders
     * @param jurisdiction name of the act that purposes are checked against
     * @return one set, or everything that is wrong
     */
    public static Loaded load(Snapshot snapshot, String jurisdiction) {
        return new PolicyLoader(snapshot, jurisdiction).load(jurisdiction);
    }

    private Loaded load(String jurisdiction) {
        Map<String, PurposeDraft> drafts = drafts();
        if (!drafts.isEmpty() && sources.isSound() && !acts.containsKey(jurisdiction)) {
            sources.found()
                    .add(unknown(jurisdiction, drafts.values().iterator().next().at()));
        }
        PolicySet set = set(drafts);
        // What a faulty file was to say is not known, so that whoever speaks of it is not blamed as well.
        if (sources.isSound()) {
            sources.found().addAll(CrossCheck.of(set, words));
        }
        return sources.isSound() ? new Loaded.Sound(set) : new Loaded.Faulty(sources.found());
    }

    private Problem unknown(String jurisdiction, Mark at) {
        String help = Say.didYouMean(jurisdiction, acts.keySet());
        return new Problem(
                PolicyCode.UNKNOWN_JURISDICTION,
                at,
                "no profile " + Say.quote(jurisdiction) + " in `jurisdiction/` to check purposes against" + help);
    }

    private PolicySet set(Map<String, PurposeDraft> drafts) {
        Map<String, CatalogueStream> catalogue = sources.named(
                "stream",
                sources.read(FileKind.CATALOGUE, (document, problems) -> new CatalogueReader(problems).read(document)),
                CatalogueStream::name,
                CatalogueStream::where);
        Map<String, Recipient> recipients = sources.named(
                "recipient",
                sources.read(FileKind.RECIPIENTS, (document, problems) -> RecipientReader.read(document)),
                Recipient::name,
                Recipient::where);
        List<Zone> zones =
                sources.read(FileKind.ZONES, (document, problems) -> new ZoneReader(problems).read(document));
        sources.named("zone", zones, Zone::name, Zone::where);
        List<PolicyDocument> policies = policies();
        return new PolicySet(
                snapshot.sha256().substring(0, VERSION_DIGITS),
                catalogue,
                purposes(drafts),
                policies.stream()
                        .flatMap(document -> document.policies().stream())
                        .toList(),
                zones,
                policies.stream()
                        .flatMap(document -> document.declassifications().stream())
                        .toList(),
                recipients,
                act);
    }

    private Map<String, PurposeDraft> drafts() {
        List<PurposeDraft> drafts = sources.read(
                FileKind.PURPOSES, (document, problems) -> new PurposeReader(problems, act.timeZone()).read(document));
        return sources.named("purpose", drafts, PurposeDraft::name, draft -> Names.where(draft.at()));
    }

    private Map<String, Purpose> purposes(Map<String, PurposeDraft> drafts) {
        if (!sources.isSound()) {
            return Map.of();
        }
        Problems problems = new Problems();
        Map<String, Purpose> purposes = Purposes.of(drafts, act, problems);
        sources.found().addAll(problems.list());
        return purposes;
    }

    private List<PolicyDocument> policies() {
        Map<String, Schedule> schedules = sources.named(
                "schedule",
                sources.read(FileKind.SCHEDULES, (document, problems) -> Schedule.read(document)),
                Schedule::name,
                Schedule::where);
        ConditionReader conditions = new ConditionReader(schedules);
        List<PolicyDocument> documents = sources.read(
                FileKind.POLICIES,
                (document, problems) -> document.has(DeclassificationReader.KEY)
                        ? DeclassificationReader.read(document, problems, act.timeZone())
                                .map(PolicyDocument::of)
                        : new PolicyReader(problems, words, conditions)
                                .read(document)
                                .map(PolicyDocument::of));
        sources.named(
                "policy",
                documents.stream()
                        .flatMap(document -> document.policies().stream())
                        .toList(),
                Policy::name,
                Policy::where);
        return documents;
    }

    /** A document of {@code policies/}: one of the two. */
    private record PolicyDocument(List<Policy> policies, List<Declassification> declassifications) {
        static PolicyDocument of(Policy policy) {
            return new PolicyDocument(List.of(policy), List.of());
        }

        static PolicyDocument of(Declassification declassification) {
            return new PolicyDocument(List.of(), List.of(declassification));
        }
    }
}
