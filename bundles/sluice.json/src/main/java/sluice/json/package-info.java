/** Reads JSON into the tree that drivers and envelopes are given. For platform bundles only. */
@NullMarked
@Version("1.0.0")
@Export
package sluice.json;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
