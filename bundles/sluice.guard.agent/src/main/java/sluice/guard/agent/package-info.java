/** The java agent: refuses classes of guests until the guard is armed, scans them again, and closes the JDK's ways out for them. */
@NullMarked
package sluice.guard.agent;

import org.jspecify.annotations.NullMarked;
