package sluice.policy.check.coverage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.rehearsal.Rehearsed;
import sluice.policy.check.trial.Trial;
import sluice.policy.check.trial.TrialRun;

/**
 * Which rules were hit by tests that came out as expected. A policy is hit when its recipient was told something, an output when it was
 * told with a value, and a condition or an operator on records when it held a
 * record back: of several, the first that did.
 */
public final class Coverage {
    private static final String FILTER = "filter";

    private final PolicySet policies;
    private final Set<Rule> rules = new LinkedHashSet<>();
    private final Set<Rule> hit = new LinkedHashSet<>();

    /**
     * Nothing was hit yet.
     *
     * @param policies the set
     */
    public Coverage(PolicySet policies) {
        this.policies = policies;
        for (Policy policy : policies.policies()) {
            rules.add(permits(policy));
            policy.conditions().forEach(condition -> rules.add(demands(policy, condition)));
            single(policy.records()).forEach(step -> rules.add(holds(policy, step)));
            policy.releases().forEach(release -> rules.add(releases(release)));
        }
    }

    /**
     * Adds what a test hit; one that failed hits nothing.
     *
     * @param run the test
     */
    public void add(TrialRun run) {
        if (run.isGood()) {
            policy(run.trial().flow()).ifPresent(policy -> add(policy, run));
        }
    }

    private void add(Policy policy, TrialRun run) {
        boolean isHeld = false;
        for (Rehearsed became : run.became()) {
            if (became instanceof Rehearsed.Observed observed) {
                hit.add(permits(policy));
                policy.releases().stream()
                        .filter(release -> observed.values().containsKey(release.output()))
                        .forEach(release -> hit.add(releases(release)));
            }
            isHeld |= became instanceof Rehearsed.Refused refused
                    && HELD.contains(refused.reason().code());
        }
        if (isHeld) {
            whoHeld(policy, run);
        }
    }

    private static final Set<String> HELD = Set.of(
            "filtered",
            "sampled-out",
            "over-rate",
            "no-agreement",
            "no-assessment",
            "out-of-hours",
            "out-of-zone",
            "opted-out");

    /** Runs the test with more and more of what holds back: the first one with which a reading is held back is the one that holds it. */
    private void whoHeld(Policy policy, TrialRun run) {
        List<PolicyCondition> conditions = policy.conditions();
        List<Policy.Step> steps = single(policy.records());
        for (int i = 0; i < run.became().size(); i++) {
            for (int some = 1; some <= conditions.size() + steps.size(); some++) {
                int asked = Math.min(some, conditions.size());
                if (isHeld(policy, conditions.subList(0, asked), steps.subList(0, some - asked), run.trial(), i)) {
                    hit.add(
                            some <= conditions.size()
                                    ? demands(policy, conditions.get(some - 1))
                                    : holds(policy, steps.get(some - asked - 1)));
                    break;
                }
            }
        }
    }

    private boolean isHeld(
            Policy policy, List<PolicyCondition> conditions, List<Policy.Step> steps, Trial trial, int index) {
        Policy fewer = new Policy(
                policy.name(),
                policy.stream(),
                policy.purpose(),
                policy.recipient(),
                conditions,
                steps,
                policy.releases(),
                policy.retention(),
                policy.where());
        PolicySet only = new PolicySet(
                policies.version(),
                policies.catalogue(),
                policies.purposes(),
                List.of(fewer),
                policies.zones(),
                policies.declassifications(),
                policies.recipients(),
                policies.jurisdiction());
        return TrialRun.of(only, trial).became().get(index) instanceof Rehearsed.Refused refused
                && HELD.contains(refused.reason().code());
    }

    /** A filter on several fields is several rules. */
    private static List<Policy.Step> single(List<Policy.Step> steps) {
        List<Policy.Step> single = new ArrayList<>();
        for (Policy.Step step : steps) {
            if (step.operator().equals(FILTER)) {
                step.argument()
                        .entries()
                        .forEach((field, demand) ->
                                single.add(new Policy.Step(FILTER, new Argument.Entries(Map.of(field, demand)))));
            } else {
                single.add(step);
            }
        }
        return single;
    }

    private Optional<Policy> policy(FlowKey flow) {
        return policies.policies().stream()
                .filter(policy -> flow.equals(new FlowKey(policy.stream(), policy.purpose(), policy.recipient())))
                .findFirst();
    }

    private static Rule permits(Policy policy) {
        return new Rule(policy.where(), "policy `" + policy.name() + "`");
    }

    private static Rule demands(Policy policy, PolicyCondition condition) {
        return new Rule(policy.where(), "condition of `" + policy.name() + "`: " + condition);
    }

    private static Rule holds(Policy policy, Policy.Step step) {
        return new Rule(policy.where(), "records of `" + policy.name() + "` -> " + step);
    }

    private static Rule releases(Policy.Release release) {
        String steps = String.join(
                ", then ", release.steps().stream().map(Policy.Step::toString).toList());
        return new Rule(
                release.where(), "field `" + release.field() + "` -> " + steps + " -> `" + release.output() + "`");
    }

    /**
     * How many rules there are.
     *
     * @return 0 or more
     */
    public int rules() {
        return rules.size();
    }

    /**
     * How many of them were hit.
     *
     * @return 0 or more
     */
    public int hit() {
        return hit.size();
    }

    /**
     * The rules that no test hit.
     *
     * @return in the order of the set
     */
    public List<Rule> missed() {
        return rules.stream().filter(rule -> !hit.contains(rule)).toList();
    }
}
