package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Where;
import sluice.driver.spi.Point;

/**
 * One device as the city registered it.
 *
 * @param id the city's name for it; letters, digits, {@code -} and {@code .}
 * @param driver symbolic name of the driver's bundle
 * @param addresses how its messages are recognised: {@code deveui:…}, {@code mqtt:TOPIC} or {@code http:ID}; at least one
 * @param siting where it stands, and who answers for it
 * @param floor the least label of every field of its readings; {@link Label#NONPERSONAL} if the device file raises none
 * @param simulated whether nothing real stands behind it, so that its records may be shown to an operator
 * @param secretSha256 lower-case hexadecimal SHA-256 of the secret that its HTTP messages carry; empty if it has none
 * @param config the driver's settings as read from the file: text, numbers, booleans, lists and maps
 * @param source the one network server that may speak for it in envelopes: an account on the MQTT server, or the id of a network
 *     server's own device entry if that posts over HTTP; empty if none may
 * @param where the device file
 */
public record DeviceEntry(
        String id,
        String driver,
        List<String> addresses,
        Siting siting,
        Label floor,
        boolean simulated,
        String secretSha256,
        Map<String, Object> config,
        String source,
        Where where) {
    /** The driver of a device that is a network server, and posts other devices' envelopes over HTTP. */
    public static final String NETWORK_SERVER = "sluice.lorawan";

    public DeviceEntry {
        requireNonNull(id, "id is null");
        requireNonNull(driver, "driver is null");
        addresses = List.copyOf(addresses);
        requireNonNull(siting, "siting is null");
        requireNonNull(floor, "floor is null");
        requireNonNull(secretSha256, "secretSha256 is null");
        config = Map.copyOf(config);
        requireNonNull(source, "source is null");
        requireNonNull(where, "where is null");
    }

    /**
     * A device for which no network server may speak.
     *
     * @param id as above
     * @param driver as above
     * @param addresses as above
     * @param siting as above
     * @param floor as above
     * @param simulated as above
     * @param secretSha256 as above
     * @param config as above
     * @param where as above
     */
    public DeviceEntry(
            String id,
            String driver,
            List<String> addresses,
            Siting siting,
            Label floor,
            boolean simulated,
            String secretSha256,
            Map<String, Object> config,
            Where where) {
        this(id, driver, addresses, siting, floor, simulated, secretSha256, config, "", where);
    }

    /**
     * The same device behind a network server.
     *
     * @param server an account on the MQTT server, or the id of a network server's own device entry; empty for none
     * @return a copy
     */
    public DeviceEntry behind(String server) {
        return new DeviceEntry(id, driver, addresses, siting, floor, simulated, secretSha256, config, server, where);
    }

    /**
     * Whether it is a network server itself, rather than a thing of the city's.
     *
     * @return true if it speaks for other devices
     */
    public boolean isNetworkServer() {
        return driver.equals(NETWORK_SERVER);
    }

    /**
     * Whether another entry says the same, wherever it is written.
     *
     * @param other the other
     * @return true if only the file or line differs
     */
    public boolean isSameAs(DeviceEntry other) {
        DeviceEntry moved = new DeviceEntry(
                id, driver, addresses, siting, floor, simulated, secretSha256, config, source, other.where);
        return moved.equals(other);
    }

    /**
     * Where a device stands and who answers for it.
     *
     * @param latitude degrees north, or NaN if unknown
     * @param longitude degrees east, or NaN if unknown
     * @param zone part of the city, or empty
     * @param owner who owns it, or empty
     * @param custody who sees its raw data before the gate, where and how long; empty if nobody does
     */
    public record Siting(double latitude, double longitude, String zone, String owner, String custody) {
        /** Nothing is known. */
        public static final Siting UNKNOWN = new Siting(Double.NaN, Double.NaN, "", "", "");

        public Siting {
            requireNonNull(zone, "zone is null");
            requireNonNull(owner, "owner is null");
            requireNonNull(custody, "custody is null");
        }

        /**
         * The place.
         *
         * @return WGS 84, or empty if unknown
         */
        public Optional<Point> place() {
            return Double.isNaN(latitude) || Double.isNaN(longitude)
                    ? Optional.empty()
                    : Optional.of(new Point(latitude, longitude));
        }
    }
}
