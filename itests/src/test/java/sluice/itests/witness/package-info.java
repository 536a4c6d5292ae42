/** A test's own applications that write down what they are told of state that protects: names, counts, wake-ups. */
@NullMarked
package sluice.itests.witness;

import org.jspecify.annotations.NullMarked;
