package sluice.policy.check.trial;

import java.util.ArrayList;
import java.util.List;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.rehearsal.Rehearsal;
import sluice.broker.core.rehearsal.Rehearsed;

/**
 * One test, run.
 *
 * @param trial the test
 * @param became what became of each of its readings, in order
 * @param fault empty if all was as expected, or what was not
 * @param considered the decision, rule by rule
 */
public record TrialRun(Trial trial, List<Rehearsed> became, String fault, List<String> considered) {
    public TrialRun {
        became = List.copyOf(became);
        considered = List.copyOf(considered);
    }

    /**
     * Runs a test.
     *
     * @param policies the set
     * @param trial the test
     * @return what came of it
     */
    public static TrialRun of(PolicySet policies, Trial trial) {
        Rehearsal rehearsal = new Rehearsal(policies, trial.flow(), trial.floor(), trial.asked(), trial.facts());
        List<Rehearsed> became = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Trial.Step step : trial.steps()) {
            Rehearsed found = rehearsal.send(step.act());
            became.add(found);
            String fault = Findings.differing(step.expected(), found);
            if (!fault.isEmpty()) {
                faults.add(trial.steps().size() == 1 ? fault : "reading " + became.size() + ": " + fault);
            }
        }
        return new TrialRun(trial, became, String.join("; ", faults), rehearsal.considered());
    }

    /**
     * Whether all was as expected.
     *
     * @return false if the test failed
     */
    public boolean isGood() {
        return fault.isEmpty();
    }
}
