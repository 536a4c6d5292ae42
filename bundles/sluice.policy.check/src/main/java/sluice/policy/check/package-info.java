/** Checks a folder of policy files: runs its tests, and tells it in standard vocabularies. For platform bundles and for a city's CI. */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
@NullMarked
package sluice.policy.check;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
