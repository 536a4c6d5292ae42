/**
 * What the broker needs from the rest of the platform, and what it offers to it. The core owns these interfaces; whoever fills or uses
 * them depends on this package and on {@link sluice.broker.core.model}. For platform bundles only.
 */
@NullMarked
@Version("1.0.0")
@Export
package sluice.broker.core.port;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
