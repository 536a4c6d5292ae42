/** What operators and privacy officers can do to the store. For platform bundles only. */
@NullMarked
@Version("1.0.0")
@Export
package sluice.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
