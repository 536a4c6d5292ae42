package sluice.policy.check.coverage;

import sluice.broker.core.model.Where;

/**
 * One rule of a policy, which a test can hit or miss: that it permits at all, an output, or what holds records back.
 *
 * @param where file and line
 * @param text the rule in words
 */
public record Rule(Where where, String text) {
    @Override
    public String toString() {
        return where + ": " + text;
    }
}
