package sluice.driver.smartbin;

import java.util.Optional;
import java.util.function.Function;
import sluice.driver.spi.Frame;

/** The sensors that this driver claims: what the device file calls them, their LoRaWAN port, and how their frames are read. */
enum Model {
    LDDS75("LDDS75", 2, Dragino::ldds75),
    EM400_MUD("EM400-MUD", 85, Milesight::em400mud),
    EM310_UDL("EM310-UDL", 85, Milesight::em310udl);

    private final String label;
    private final int port;
    private final Function<Frame, Measurement> codec;

    Model(String label, int port, Function<Frame, Measurement> codec) {
        this.label = label;
        this.port = port;
        this.codec = codec;
    }

    static Optional<Model> named(String label) {
        for (Model model : values()) {
            if (model.label.equals(label)) {
                return Optional.of(model);
            }
        }
        return Optional.empty();
    }

    boolean sendsOn(Frame frame) {
        return frame.port().orElse(-1) == port;
    }

    Measurement read(Frame frame) {
        return codec.apply(frame);
    }
}
