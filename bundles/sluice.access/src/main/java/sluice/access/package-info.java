/** What `sluice.access` counts, for the metrics. */
@NullMarked
@Export
@Version("1.0.0")
package sluice.access;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
