/** A test's own application that writes down what it is told. No city application could: it is not allowed to touch a file. */
@NullMarked
package sluice.itests.recorder;

import org.jspecify.annotations.NullMarked;
