/** What every device driver must keep to, as tests that a vendor extends. */
@NullMarked
package sluice.testkit.driver;

import org.jspecify.annotations.NullMarked;
