package sluice.policy.internal;

import java.util.Map;
import sluice.broker.core.model.Authority;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.Recipient;
import sluice.policy.internal.words.Names;
import sluice.policy.internal.words.PolicyCode;
import sluice.yaml.Problems;
import sluice.yaml.Say;

/** Whether the one who is told may be, and those who are told of were told. */
final class Tellings {
    private final PolicySet set;
    private final Problems problems;

    Tellings(PolicySet set, Problems problems) {
        this.set = set;
        this.problems = problems;
    }

    void check(Policy policy) {
        recipient(policy, set.recipients());
        CatalogueStream stream = set.catalogue().get(policy.stream());
        if (stream != null && set.purposes().get(policy.purpose()) instanceof Purpose.Lawful purpose) {
            notice(policy, stream.label(), purpose);
        }
    }

    /** What leaves the platform goes to somebody whom the city wrote down; a third party is bound, and the bond is looked at each time. */
    private void recipient(Policy policy, Map<String, Recipient> recipients) {
        Recipient recipient = recipients.get(policy.recipient());
        if (recipient == null && policy.recipient().startsWith(Recipient.SINK)) {
            String help = Say.didYouMean(policy.recipient(), recipients.keySet());
            add(
                    policy,
                    PolicyCode.UNKNOWN_RECIPIENT,
                    "no file in `recipients/` lists " + Say.quote(policy.recipient()) + help);
        }
        if (recipient != null
                && recipient.kind() == Recipient.Kind.THIRD_PARTY
                && !policy.conditions().contains(new PolicyCondition.Agreement(recipient.agreement()))) {
            add(
                    policy,
                    PolicyCode.NO_AGREEMENT_CONDITION,
                    "recipient `" + recipient.name() + "` is a third party; add `{agreement: " + recipient.agreement()
                            + "}` to `conditions`");
        }
    }

    /** MFIPPA s. 29(2); law enforcement may have reasons not to, s. 29(3). */
    private void notice(Policy policy, Label label, Purpose.Lawful purpose) {
        if (label.isPersonLevel()
                && purpose.notices().isEmpty()
                && purpose.authority().ground() != Authority.Ground.LAW_ENFORCEMENT) {
            add(
                    policy,
                    PolicyCode.NO_NOTICE,
                    "stream `" + policy.stream() + "` is about people, and purpose `" + purpose.name()
                            + "` has no `notice`");
        }
    }

    private void add(Policy policy, String code, String text) {
        problems.add(code, Names.mark(policy.where()), text);
    }
}
