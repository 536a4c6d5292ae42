/** The line, rehearsed with readings that somebody wrote down: real rules, plans and flow, everything around them in memory. */
@NullMarked
package sluice.broker.core.rehearsal;

import org.jspecify.annotations.NullMarked;
