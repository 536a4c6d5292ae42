/**
 * The words that policies may use, for whoever reads policies. For platform bundles only. A package of its own, because it is computed from
 * the core's inside, and what depends on private packages can not be shared as model and ports are.
 */
@NullMarked
@Version("1.0.0")
@Export
package sluice.broker.core.words;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
