/**
 * What a city application sees of Sluice: observations come in, effects go out, and nothing else is within reach.
 *
 * <p>An application is pure code. It says once, in its {@link sluice.app.api.Manifest}, for which purpose it works and what it needs; it is
 * then given records of its own making, filled with what the city's policy releases to it, and it answers with {@link sluice.app.api.Effect
 * effects} that the platform carries out.
 */
@NullMarked
@Version("1.1.0")
@Export
package sluice.app.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
