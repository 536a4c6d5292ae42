package sluice.driver.soil;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.driver.kit.Fact;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;
import sluice.driver.kit.Outdoors;
import sluice.driver.kit.maker.Elsys;
import sluice.driver.soil.model.SoilFacts;
import sluice.driver.spi.Device;
import sluice.driver.spi.Point;

/** Makes of facts what applications are told, in the catalogue's names and units. */
final class Records {
    private static final double PER_CENT = 100;
    private static final double MICROSIEMENS_PER_CM = 10_000; // in one S/m

    private static final Set<Fact> OF_THE_GROUND = Set.of(
            Outdoors.SOIL_MOISTURE,
            Outdoors.SOIL_TEMPERATURE,
            Outdoors.SOIL_CONDUCTIVITY,
            Outdoors.SOIL_TENSION,
            Outdoors.SOIL_PH,
            Outdoors.LEAF_WETNESS,
            Outdoors.LEAF_TEMPERATURE,
            SoilFacts.NITROGEN,
            SoilFacts.PHOSPHORUS,
            SoilFacts.POTASSIUM);

    private static final Set<Fact> OF_THE_WEATHER = Set.of(
            Known.TEMPERATURE,
            Known.HUMIDITY,
            Known.PRESSURE,
            Known.LIGHT,
            Outdoors.WIND_SPEED,
            Outdoors.WIND_DIRECTION,
            Outdoors.SUN,
            Outdoors.RAIN,
            Outdoors.RAIN_RATE);

    private final String device;
    private final @Nullable Point place;
    private final @Nullable ProbePlace probe;

    Records(Device device, @Nullable ProbePlace probe) {
        this.device = device.id();
        this.place = device.place().orElse(null);
        this.probe = probe;
    }

    List<Record> of(Facts facts, Instant at) {
        List<Record> records = new ArrayList<>(2);
        if (speaks(facts, OF_THE_GROUND) || probed(facts, ProbePlace.SOIL) != null) {
            records.add(soil(facts, at));
        }
        if (speaks(facts, OF_THE_WEATHER) || probed(facts, ProbePlace.AIR) != null) {
            records.add(weather(facts, at));
        }
        Boolean open = facts.flag(SoilFacts.VALVE_OPEN);
        if (open != null) {
            records.add(valve(facts, open, at));
        }
        return records;
    }

    private static boolean speaks(Facts facts, Set<Fact> about) {
        for (int i = 0; i < facts.size(); i++) {
            if (about.contains(facts.fact(i)) && facts.value(facts.fact(i)) != null) {
                return true;
            }
        }
        return false;
    }

    /** What a thermometer on a cable says, if it was put there. */
    private @Nullable Double probed(Facts facts, ProbePlace where) {
        if (probe != where) {
            return null;
        }
        Double celsius = facts.value(Known.PROBE_TEMPERATURE);
        return celsius == null ? facts.value(Elsys.OUTSIDE_TEMPERATURE) : celsius;
    }

    private SoilReading soil(Facts facts, Instant at) {
        return new SoilReading(
                device,
                per(facts.value(Outdoors.SOIL_MOISTURE), PER_CENT),
                orElse(facts.value(Outdoors.SOIL_TEMPERATURE), probed(facts, ProbePlace.SOIL)),
                per(facts.value(Outdoors.SOIL_CONDUCTIVITY), MICROSIEMENS_PER_CM),
                facts.value(Outdoors.SOIL_TENSION),
                facts.value(Outdoors.SOIL_PH),
                facts.value(SoilFacts.NITROGEN),
                facts.value(SoilFacts.PHOSPHORUS),
                facts.value(SoilFacts.POTASSIUM),
                per(facts.value(Outdoors.LEAF_WETNESS), PER_CENT),
                facts.value(Outdoors.LEAF_TEMPERATURE),
                facts.value(Known.BATTERY_LEVEL),
                place,
                at);
    }

    private WeatherReading weather(Facts facts, Instant at) {
        return new WeatherReading(
                device,
                orElse(facts.value(Known.TEMPERATURE), probed(facts, ProbePlace.AIR)),
                per(facts.value(Known.HUMIDITY), PER_CENT),
                facts.value(Outdoors.WIND_SPEED),
                facts.value(Outdoors.WIND_DIRECTION),
                facts.value(Outdoors.SUN),
                facts.value(Known.PRESSURE),
                facts.value(Outdoors.RAIN),
                facts.value(Outdoors.RAIN_RATE),
                facts.value(Known.LIGHT),
                place,
                at);
    }

    private ValveReading valve(Facts facts, boolean open, Instant at) {
        Double pulses = facts.value(SoilFacts.PULSES);
        return new ValveReading(
                device, open, facts.flag(SoilFacts.LEAK), pulses == null ? null : (Long) Math.round(pulses), place, at);
    }

    private static @Nullable Double per(@Nullable Double value, double steps) {
        return value == null ? null : (Double) (value / steps);
    }

    private static @Nullable Double orElse(@Nullable Double first, @Nullable Double second) {
        return first == null ? second : first;
    }
}
