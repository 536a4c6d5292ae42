/**
 * What the city decides, as values: the catalogue with its labels, the purposes with their ceilings, the policies, and the reasons for
 * every no. For platform bundles only.
 */
@NullMarked
@Version("1.0.0")
@Export
package sluice.broker.core.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
