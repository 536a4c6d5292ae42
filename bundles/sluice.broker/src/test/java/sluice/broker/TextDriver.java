package sluice.broker;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Device;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/**
 * A driver of lines of words: {@code bin LEVEL [SEQUENCE]}, {@code plate TEXT CONFIDENCE}, {@code throw}, {@code sleep}, anything else is
 * malformed.
 */
final class TextDriver implements Driver {
    static final String SECRET_MESSAGE = "a message that nobody may see";

    private final CountDownLatch wakeUp = new CountDownLatch(1);

    record Bin(String container, double level, Instant observed, String note) {}

    record Plate(String plate, double confidence, String segment, Instant observed) {}

    record Settings(String segment) {}

    @Override
    public Class<? extends Record> config() {
        return Settings.class;
    }

    @Override
    public Map<Class<? extends Record>, String> streams() {
        return Map.of(Bin.class, City.BINS, Plate.class, City.PLATES);
    }

    @Override
    public Session open(Device device, Tools tools) {
        String segment = device.config(Settings.class).segment();
        return frame -> read(frame, device.id(), segment);
    }

    private Decoded read(Frame frame, String device, String segment) {
        String[] words = new String(frame.payload(), StandardCharsets.UTF_8).split(" ");
        Instant at = frame.receivedAt();
        return switch (words[0]) {
            case "bin" -> {
                Reading reading = Reading.of(new Bin(device, Double.parseDouble(words[1]), at, "undeclared"), at);
                yield Decoded.of(words.length > 2 ? reading.numbered(Long.parseLong(words[2])) : reading);
            }
            case "plate" -> Decoded.of(Reading.of(new Plate(words[1], Double.parseDouble(words[2]), segment, at), at));
            case "throw" -> throw new IllegalStateException(SECRET_MESSAGE);
            case "sleep" -> sleep();
            case "nothing" -> Decoded.nothing();
            default -> Decoded.refused(Refusal.MALFORMED);
        };
    }

    private Decoded sleep() {
        try {
            wakeUp.await();
        } catch (InterruptedException givenUp) {
            // as a driver would that swallows its interrupts
        }
        return Decoded.nothing();
    }
}
