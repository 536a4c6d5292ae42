/** The order in which the guard comes and goes; its rooms know each other one way only: desk and hook, roll, verdict, list and agent. */
@NullMarked
package sluice.guard.internal;

import org.jspecify.annotations.NullMarked;
