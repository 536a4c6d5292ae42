/** The conformance corpus and what runs it. */
@NullMarked
package sluice.testkit.conformance;

import org.jspecify.annotations.NullMarked;
