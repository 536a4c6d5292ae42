/** What the messages of one maker have in common, whatever the model. */
@NullMarked
package sluice.driver.kit.maker;

import org.jspecify.annotations.NullMarked;
