/** The store as a service: shelves, deadlines, the sweep, legal holds, backup. */
@NullMarked
package sluice.store.internal;

import org.jspecify.annotations.NullMarked;
