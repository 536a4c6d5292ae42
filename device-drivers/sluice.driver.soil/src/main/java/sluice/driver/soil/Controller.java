package sluice.driver.soil;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Device;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Json;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/**
 * An irrigation controller that says which of its stations are open: the answer to {@code /js} of the OpenSprinkler firmware,
 * {@code {"sn": [0, 1, 0], "nstations": 3}} (source: the firmware's API document, 2.1.9).
 */
final class Controller implements Session {
    /** What the device file calls it. */
    static final String MODEL = "OPENSPRINKLER";

    /** A frame holds at most 64 readings. */
    private static final int MOST_STATIONS = 64;

    private final Device device;
    private final Tools tools;

    Controller(Device device, Tools tools) {
        this.device = device;
        this.tools = tools;
    }

    @Override
    public Decoded on(Frame frame) {
        Optional<Json> answer = tools.json(frame.payload());
        return answer.map(json -> stations(json, frame)).orElseGet(() -> Decoded.refused(Refusal.MALFORMED));
    }

    private Decoded stations(Json answer, Frame frame) {
        List<Json> states = answer.get("sn").items();
        OptionalLong count = answer.get("nstations").integer();
        if (states.isEmpty() || count.isEmpty()) {
            return Decoded.refused(answer.get("result").isAbsent() ? Refusal.MALFORMED : Refusal.UNKNOWN_MESSAGE);
        }
        if (count.getAsLong() != states.size() || states.size() > MOST_STATIONS) {
            return Decoded.refused(Refusal.IMPLAUSIBLE);
        }
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            OptionalLong state = states.get(i).integer();
            if (state.isEmpty() || state.getAsLong() < 0 || state.getAsLong() > 1) {
                return Decoded.refused(Refusal.MALFORMED);
            }
            readings.add(Reading.of(valve(i + 1, state.getAsLong() == 1, frame), frame.receivedAt()));
        }
        return new Decoded.Readings(readings);
    }

    private ValveReading valve(int station, boolean open, Frame frame) {
        return new ValveReading(
                device.id() + "/" + station, open, null, null, device.place().orElse(null), frame.receivedAt());
    }
}
