/** The real broker with everything around it in memory, for tests of policies, drivers and applications. */
@NullMarked
@Version("1.0.0")
@Export
package sluice.testkit.broker;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
