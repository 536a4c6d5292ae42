/** What a jar may be and hold, beside its classes. */
@NullMarked
package sluice.guard.rules.jar;

import org.jspecify.annotations.NullMarked;
