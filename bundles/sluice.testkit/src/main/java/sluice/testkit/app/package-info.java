/** What every city application must keep to, as tests that a developer extends, and a platform small enough to run one in a test. */
@NullMarked
package sluice.testkit.app;

import org.jspecify.annotations.NullMarked;
