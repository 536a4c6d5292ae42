@NullMarked
package sluice.testkit.conformance;

import org.jspecify.annotations.NullMarked;
