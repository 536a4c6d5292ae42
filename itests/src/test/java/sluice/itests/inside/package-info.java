/** The distribution from inside: tests that run as a bundle beside the platform's own, and see its services and class loaders. */
@NullMarked
package sluice.itests.inside;

import org.jspecify.annotations.NullMarked;
