package sluice.driver.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Device;
import sluice.driver.spi.Json;
import sluice.driver.spi.Point;
import sluice.driver.spi.Refusal;

/** A loop or radar: {@code {"period": 60, "lanes": [{"lane": 1, "intensity": 12, "occupancy": 0.18, ...}]}}, or one lane without the list. */
final class Detector implements Reports {
    private static final double MOST_VEHICLES = 10_000;
    private static final double MOST_KMH = 250;
    private static final double MOST_METRES = 10_000;
    private static final double MOST_LANES = 32;
    private static final double MOST_SECONDS = 86_400;

    private final String segment;
    private final @Nullable Point place;

    Detector(String segment, Device device) {
        this.segment = segment;
        this.place = device.place().orElse(null);
    }

    @Override
    public Outcome read(Json message, Instant observed) {
        List<Json> lanes = message.get("lanes").items();
        if (lanes.isEmpty()) {
            lanes = List.of(message);
        }
        if (lanes.size() > MOST_LANES) {
            return new Outcome.Unread(Refusal.IMPLAUSIBLE);
        }
        List<Outcome.Told> told = new ArrayList<>(lanes.size());
        for (Json lane : lanes) {
            if (!says(lane)) {
                return new Outcome.Unread(Refusal.UNKNOWN_MESSAGE);
            }
            if (!isPlausible(lane) || !within(message, "period", 1, MOST_SECONDS)) {
                return new Outcome.Unread(Refusal.IMPLAUSIBLE);
            }
            told.add(new Outcome.Told(flow(lane, message, observed), observed));
        }
        return new Outcome.Read(told);
    }

    private static boolean says(Json lane) {
        return lane.get("intensity").integer().isPresent()
                || lane.get("occupancy").number().isPresent()
                || lane.get("averageVehicleSpeed").number().isPresent()
                || lane.get("queueLength").number().isPresent();
    }

    private static boolean isPlausible(Json lane) {
        return within(lane, "lane", 1, MOST_LANES)
                && within(lane, "intensity", 0, MOST_VEHICLES)
                && within(lane, "occupancy", 0, 1)
                && within(lane, "averageVehicleSpeed", 0, MOST_KMH)
                && within(lane, "queueLength", 0, MOST_METRES);
    }

    /** What is not there can not be wrong. */
    private static boolean within(Json object, String name, double least, double most) {
        OptionalDouble value = object.get(name).number();
        return value.isEmpty() || value.getAsDouble() >= least && value.getAsDouble() <= most;
    }

    private FlowReading flow(Json lane, Json message, Instant observed) {
        Long period = whole(message, "period");
        return new FlowReading(
                segment,
                whole(lane, "lane"),
                whole(lane, "intensity"),
                period == null ? null : Duration.ofSeconds(period),
                number(lane, "occupancy"),
                number(lane, "averageVehicleSpeed"),
                number(lane, "queueLength"),
                place,
                observed);
    }

    private static @Nullable Long whole(Json object, String name) {
        OptionalLong value = object.get(name).integer();
        return value.isPresent() ? (Long) value.getAsLong() : null;
    }

    private static @Nullable Double number(Json object, String name) {
        OptionalDouble value = object.get(name).number();
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
}
