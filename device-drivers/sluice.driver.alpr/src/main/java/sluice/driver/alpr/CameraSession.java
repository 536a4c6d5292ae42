package sluice.driver.alpr;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Json;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** One camera. Remembers nothing from frame to frame: a plate is gone when the call returns. */
final class CameraSession implements Session {
    /** An epoch in seconds falls before the first of these, one in microseconds after the second. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final String segment;
    private final Tools tools;

    CameraSession(String segment, Tools tools) {
        this.segment = segment;
        this.tools = tools;
    }

    @Override
    public Decoded on(Frame frame) {
        Optional<Json> message = tools.json(frame.payload());
        if (message.isEmpty()) {
            return Decoded.refused(Refusal.MALFORMED);
        }
        Optional<String> type = message.get().get("data_type").text();
        if (type.isEmpty()) {
            return Decoded.refused(Refusal.MALFORMED);
        }
        return switch (type.get()) {
            case "alpr_group" -> group(message.get());
            case "heartbeat" -> heartbeat(message.get());
            default -> Decoded.refused(Refusal.UNKNOWN_MESSAGE);
        };
    }

    private Decoded group(Json group) {
        Discarded.count(group, tools);
        Optional<String> plate = plate(group);
        OptionalDouble percent = confidence(group);
        OptionalLong epochMillis = group.get("epoch_start").integer();
        if (plate.isEmpty() || percent.isEmpty() || epochMillis.isEmpty()) {
            return Decoded.refused(Refusal.MALFORMED);
        }
        Instant observed = Instant.ofEpochMilli(epochMillis.getAsLong());
        if (!isPercentage(percent.getAsDouble()) || !isPlausible(observed)) {
            return Decoded.refused(Refusal.IMPLAUSIBLE);
        }
        PlateReading reading =
                new PlateReading(plate.get(), percent.getAsDouble() / 100, segment, region(group), observed);
        return Decoded.of(Reading.of(reading, observed));
    }

    /** The group's plate weighs all its frames; agents that do not send it send the plate of the best frame only. */
    private static Optional<String> plate(Json group) {
        return group.get("best_plate_number")
                .text()
                .or(() -> group.get("best_plate").get("plate").text())
                .filter(plate -> !plate.isBlank());
    }

    private static OptionalDouble confidence(Json group) {
        OptionalDouble ofGroup = group.get("best_confidence").number();
        return ofGroup.isPresent()
                ? ofGroup
                : group.get("best_plate").get("confidence").number();
    }

    private static @Nullable String region(Json group) {
        return group.get("best_region")
                .text()
                .or(() -> group.get("best_plate").get("region").text())
                .filter(region -> !region.isBlank())
                .orElse(null);
    }

    private static boolean isPercentage(double percent) {
        return percent >= 0 && percent <= 100;
    }

    private static boolean isPlausible(Instant observed) {
        return !observed.isBefore(EARLIEST) && observed.isBefore(LATEST);
    }

    /** Says how the agent fares; its addresses, stream URLs and names stay here. */
    private Decoded heartbeat(Json heartbeat) {
        heartbeat
                .get("cpu_usage_percent")
                .number()
                .ifPresent(percent -> tools.note("cpu-usage-percent", Math.round(percent)));
        List<Json> streams = heartbeat.get("video_streams").items();
        tools.note("video-streams", streams.size());
        tools.note(
                "video-streams-down",
                streams.stream().filter(CameraSession::isDown).count());
        return Decoded.nothing();
    }

    private static boolean isDown(Json stream) {
        return !stream.get("is_streaming").truth().orElse(false);
    }
}
