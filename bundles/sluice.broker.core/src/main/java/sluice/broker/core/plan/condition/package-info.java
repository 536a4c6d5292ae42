/** What must hold besides a policy: the registers' facts on a board, and a policy's conditions as tests over it that cost no memory. */
@NullMarked
package sluice.broker.core.plan.condition;

import org.jspecify.annotations.NullMarked;
