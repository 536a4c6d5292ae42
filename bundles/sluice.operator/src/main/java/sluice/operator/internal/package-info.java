/** What the operator may know: the platform's ports as they come and go, and what does not run. */
@NullMarked
package sluice.operator.internal;

import org.jspecify.annotations.NullMarked;
