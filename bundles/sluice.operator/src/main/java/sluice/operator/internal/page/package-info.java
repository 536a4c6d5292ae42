/** The page "Flows" of the web console. Reads only. */
@NullMarked
package sluice.operator.internal.page;

import org.jspecify.annotations.NullMarked;
