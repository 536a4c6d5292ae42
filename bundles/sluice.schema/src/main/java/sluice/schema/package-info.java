/**
 * The JSON Schema of each kind of file below {@code etc/sluice/}, and the check of a document against it. For platform bundles only.
 */
@NullMarked
@Version("1.0.0")
@Export
package sluice.schema;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
