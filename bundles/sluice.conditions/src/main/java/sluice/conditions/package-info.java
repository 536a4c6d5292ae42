/** The desk where a person's opt-out is put down. For platform bundles only. */
@NullMarked
@Version("1.0.0")
@Export
package sluice.conditions;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
