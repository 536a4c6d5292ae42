package sluice.policy.check.coverage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.rehearsal.Rehearsed;
import sluice.policy.check.trial.Trial;
import sluice.policy.check.trial.TrialRun;

/**
 * Which rules were hit by tests that came out as expected. A policy is hit when its recipient was told something, an output when it was
 * told with a value, and what holds records back when it held one back: of several, the first that did.
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
            isHeld |= became instanceof Rehearsed.Refused refused && HELD.contains(refused.reason().code());
        }
        if (isHeld) {
            whoHeld(policy, run);
        }
    }

    private static final Set<String> HELD = Set.of("filtered", "sampled-out", "over-rate");

    /** Runs the test with more and more of the operators: the first one with which a reading is held back is the one that holds it. */
    private void whoHeld(Policy policy, TrialRun run) {
        List<Policy.Step> steps = single(policy.records());
        for (int i = 0; i < run.became().size(); i++) {
            for (int some = 1; some <= steps.size(); some++) {
                if (isHeld(policy, steps.subList(0, some), run.trial(), i)) {
                    hit.add(holds(policy, steps.get(some - 1)));
                    break;
                }
            }
        }
    }

    private boolean isHeld(Policy policy, List<Policy.Step> steps, Trial trial, int index) {
        Policy fewer = new Policy(
                policy.name(),
                policy.stream(),
                policy.purpose(),
                policy.recipient(),
                steps,
                policy.releases(),
                policy.retention(),
                policy.where());
        PolicySet only = new PolicySet(
                policies.version(), policies.catalogue(), policies.purposes(), List.of(fewer), policies.zones());
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
                        .forEach((field, demand) -> single.add(
                                new Policy.Step(FILTER, new Argument.Entries(Map.of(field, demand)))));
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

    private static Rule holds(Policy policy, Policy.Step step) {
        return new Rule(policy.where(), "records of `" + policy.name() + "` -> " + step);
    }

    private static Rule releases(Policy.Release release) {
        String steps =
                String.join(", then ", release.steps().stream().map(Policy.Step::toString).toList());
        return new Rule(release.where(), "field `" + release.field() + "` -> " + steps + " -> `" + release.output() + "`");
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
