package sluice.policy.internal.law;

import sluice.broker.core.model.Authority;
import sluice.broker.core.model.Jurisdiction;
import sluice.policy.internal.words.PolicyCode;
import sluice.yaml.Mark;
import sluice.yaml.Problems;
import sluice.yaml.Say;

/** Whether an authority is one that the act knows. */
final class ActCheck {
    private final Jurisdiction act;
    private final Problems problems;

    ActCheck(Jurisdiction act, Problems problems) {
        this.act = act;
        this.problems = problems;
    }

    void check(Authority authority, Mark at) {
        if (!act.grounds().containsKey(authority.ground())) {
            problems.add(
                    PolicyCode.UNKNOWN_GROUND,
                    at,
                    "profile `" + act.name() + "` has no ground "
                            + Say.quote(authority.ground().toString()));
        }
        if (!act.manners().containsKey(authority.manner())) {
            problems.add(
                    PolicyCode.UNKNOWN_MANNER,
                    at,
                    "profile `" + act.name() + "` has no manner of collection " + Say.quote(authority.manner())
                            + Say.didYouMean(authority.manner(), act.manners().keySet()));
        }
    }
}
