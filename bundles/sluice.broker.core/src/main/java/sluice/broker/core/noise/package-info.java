/**
 * Differential privacy: exact noise, and releases that are paid for before they are made.
 *
 * <p>A window keeps exact counts and sums. When it closes, it asks a release for the number to tell:
 *
 * <pre>{@code
 * NoiseSource noise = NoiseSource.unforeseeable();                              // one a process
 * Purse purse = new Purse(budgets, "traffic.plate", "sluice.app.planning",      // one a flow
 *         new Purse.Terms(rule, PrivacyLoss.of("1.0", "0")));                   // at most epsilon 1 for each epoch of the rule
 * NoisyCount count = new NoisyCount(noise, new Mechanism.Laplace(PrivacyLoss.of("0.1", "0")), 1);   // a subject counts once
 *
 * Told told = count.release(exact, purse, window.start());                      // charges, then draws
 * if (told instanceof Told.Number number) tell(number.value());                 // may be negative: that is the noise
 * if (told instanceof Told.Refused) countUnder(Reason.BUDGET_SPENT);            // publish nothing, not even that it would have been zero
 * }</pre>
 *
 * <p>Rules for whoever uses it:
 *
 * <ol>
 *   <li>The window limits what one subject adds: at most {@code mostPerSubject} contributions, each clamped by {@link
 *       sluice.broker.core.noise.Clamp}. The proof of every number here begins with that limit.
 *   <li>Whether a window is published must not depend on its content: publish empty ones too (a count of zero with noise), and do not
 *       suppress a noisy number because the exact one is small. With a k-threshold on top, the threshold looks at the noisy number.
 *   <li>Groups (one count for each segment) must be known beforehand, from the catalogue or the policy, never from the data. A subject that
 *       may stand in g groups of a window costs g times: let {@code mostPerSubject} be the sum over groups.
 *   <li>One release draws once. What is told again is the number told before, never a new draw.
 * </ol>
 */
@NullMarked
package sluice.broker.core.noise;

import org.jspecify.annotations.NullMarked;
