/** What operators decided, as it is kept in files, and the rules of what can stand there. */
@NullMarked
package sluice.guard.internal.list;

import org.jspecify.annotations.NullMarked;
