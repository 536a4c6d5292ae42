/**
 * Reads the files that people write: a small, located, distrustful view of YAML 1.2, and the watch over the folder they are in. It knows
 * no policy and no device. For platform bundles only.
 */
@NullMarked
@Version("1.0.0")
@Export
package sluice.yaml;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
