/** What an operator's commands can do to the register of devices. For platform bundles only. */
@NullMarked
@Version("1.0.0")
@Export
package sluice.devices;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
