/** The web console: who may see and do what. */
@NullMarked
package sluice.access.internal.page;

import org.jspecify.annotations.NullMarked;
