/**
 * Licence-plate cameras with an OpenALPR (Rekor Scout) agent, which posts one {@code alpr_group} for each vehicle and a {@code heartbeat}
 * every minute.
 *
 * <p>What the agent says beyond the best plate, its place and its time is dropped here and counted: the catalogue would strip it anyway,
 * and what was never read can not leak.
 */
@NullMarked
package sluice.driver.alpr;

import org.jspecify.annotations.NullMarked;
