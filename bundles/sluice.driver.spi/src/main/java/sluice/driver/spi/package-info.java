/**
 * What a device driver sees of Sluice: frames come in, readings go out, and nothing else is within reach.
 *
 * <p>A driver is pure code. It owns no socket, file, thread, logger or framework object; the platform does all input and output,
 * and calls every session of one driver on one thread.
 */
@NullMarked
@Version("1.0.0")
@Export
package sluice.driver.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
