/** What the framework asks the guard, and what it is told: which wires, classes, services and bundles a guest has and is. */
@NullMarked
package sluice.guard.internal.hook;

import org.jspecify.annotations.NullMarked;
