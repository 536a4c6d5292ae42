/** What belongs to one thread that applies operators: scratch space and ciphers. */
@NullMarked
package sluice.broker.core.plan.worker;

import org.jspecify.annotations.NullMarked;
