/**
 * What our drivers are built from: facts, the codecs that read them, the models that send them, and the watch on a device's health. The build
 * copies what a driver uses into its jar.
 */
@NullMarked
package sluice.driver.kit;

import org.jspecify.annotations.NullMarked;
