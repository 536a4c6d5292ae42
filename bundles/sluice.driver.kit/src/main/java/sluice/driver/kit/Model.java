package sluice.driver.kit;

import java.util.HashMap;
import java.util.Map;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/**
 * A LoRaWAN device that a driver claims.
 *
 * @param name what the device file calls it: the maker's name, upper case
 * @param ports LoRaWAN port to what is read there
 */
public record Model(String name, Map<Integer, Codec> ports) {
    /** Longest payload that any LoRaWAN region allows (RP002-1.0.4). */
    public static final int LONGEST_PAYLOAD = 242;

    public Model {
        ports = Map.copyOf(ports);
    }

    /**
     * A model that sends nothing yet.
     *
     * @param name what the device file calls it
     * @return the model
     */
    public static Model named(String name) {
        return new Model(name, Map.of());
    }

    /**
     * The same model, with one port more.
     *
     * @param port LoRaWAN port
     * @param codec what is read there
     * @return a copy
     */
    public Model on(int port, Codec codec) {
        Map<Integer, Codec> more = new HashMap<>(ports);
        more.put(port, codec);
        return new Model(name, more);
    }

    /**
     * Reads a frame of this model.
     *
     * @param frame as the network brought it
     * @return what it states; refused if no message of this model comes on its port, or if it is longer than LoRaWAN allows
     */
    public Facts read(Frame frame) {
        Codec codec = ports.get(frame.port().orElse(-1));
        if (codec == null) {
            return Facts.refused(Refusal.UNKNOWN_PORT);
        }
        return frame.length() > LONGEST_PAYLOAD ? Facts.refused(Refusal.UNKNOWN_MESSAGE) : codec.read(frame);
    }
}
