package sluice.driver.spi;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows the frames of one family of devices and turns them into readings.
 *
 * <p>Published as a Declarative Services component. The platform calls it on the driver's own thread, and asks for {@link #config()}
 * and {@link #streams()} once, when the driver arrives.
 */
@ConsumerType
public interface Driver {
    /**
     * The settings that one device of this driver takes from its device file.
     *
     * @return a record class whose components are text, numbers, booleans, durations, points or enums; a component of reference type
     *     may be left out of the file, a primitive one may not
     */
    Class<? extends Record> config();

    /**
     * Every kind of reading that a session may emit, with the catalogue stream it belongs to.
     *
     * <p>A record's components are {@code String}, {@code long}, {@code int}, {@code double}, {@code boolean}, their wrappers, an enum,
     * {@code Instant}, {@code Duration}, {@link Point}, or a {@code List} of {@code String}, {@code Long} or {@code Double}; at most 32. A
     * primitive component is always present, a reference may be absent ({@code null}). A component that the city's catalogue does not
     * know is stripped and counted.
     *
     * @return record class to stream name, for example {@code ContainerReading.class} to {@code "waste.container"}
     */
    Map<Class<? extends Record>, String> streams();

    /**
     * Opens a session for one device. Sessions are independent: what one device sent never shows in another's readings.
     *
     * @param device the device as its device file describes it
     * @param tools what the platform lends for the life of the session
     * @return a new session
     * @throws IllegalArgumentException if the device's configuration makes no sense; the operator is told which settings the message names
     *     in backticks, and none of its other words
     */
    Session open(Device device, Tools tools);
}
