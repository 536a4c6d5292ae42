/** The databases in which records are kept, and the one thread that talks to them. */
@NullMarked
package sluice.store.internal.sql;

import org.jspecify.annotations.NullMarked;
