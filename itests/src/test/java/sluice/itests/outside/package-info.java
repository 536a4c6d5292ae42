/** The distribution as its users see it: real processes, real sockets, real files. */
@NullMarked
package sluice.itests.outside;

import org.jspecify.annotations.NullMarked;
