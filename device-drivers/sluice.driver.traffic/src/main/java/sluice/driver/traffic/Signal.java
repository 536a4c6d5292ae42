package sluice.driver.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Device;
import sluice.driver.spi.Json;
import sluice.driver.spi.Refusal;

/**
 * A signal controller: {@code {"plan": 3, "cycleSecond": 47, "groups": [{"reds": 187, "yellows": 0, "greens": 68}]}}. A group is eight phases, a
 * bit each, the lowest bit the lowest phase, as in NTCIP 1202's phase status groups. A phase without any light is not in use.
 */
final class Signal implements Reports {
    private static final int PHASES = 8;
    private static final int MOST_GROUPS = 4;
    private static final int ALL = 0xff;
    private static final long MOST_PLANS = 255;
    private static final long LONGEST_CYCLE_SECONDS = 999;

    private final Device device;

    Signal(Device device) {
        this.device = device;
    }

    @Override
    public Outcome read(Json message, Instant observed) {
        List<Json> groups = message.get("groups").items();
        if (groups.isEmpty()) {
            return new Outcome.Unread(Refusal.UNKNOWN_MESSAGE);
        }
        boolean isPlausible = groups.size() <= MOST_GROUPS
                && isUpTo(message, "plan", MOST_PLANS)
                && isUpTo(message, "cycleSecond", LONGEST_CYCLE_SECONDS);
        if (!isPlausible) {
            return new Outcome.Unread(Refusal.IMPLAUSIBLE);
        }
        List<Outcome.Told> told = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            Refusal refusal = phases(groups.get(group), group * PHASES, message, observed, told);
            if (refusal != null) {
                return new Outcome.Unread(refusal);
            }
        }
        return new Outcome.Read(told);
    }

    private @Nullable Refusal phases(Json group, int before, Json message, Instant observed, List<Outcome.Told> told) {
        long reds = lights(group, "reds");
        long ambers = lights(group, "yellows");
        long greens = lights(group, "greens");
        if (reds < 0 || ambers < 0 || greens < 0) {
            return Refusal.MALFORMED;
        }
        if ((reds & ambers) != 0 || (reds & greens) != 0 || (ambers & greens) != 0) {
            return Refusal.IMPLAUSIBLE;
        }
        for (int bit = 0; bit < PHASES; bit++) {
            if (((reds | ambers | greens) >> bit & 1) == 1) {
                SignalState state = (reds >> bit & 1) == 1
                        ? SignalState.RED
                        : (greens >> bit & 1) == 1 ? SignalState.GREEN : SignalState.AMBER;
                told.add(new Outcome.Told(phase(before + bit + 1, state, message, observed), observed));
            }
        }
        return null;
    }

    /** Negative if these are no eight bits. */
    private static long lights(Json group, String name) {
        OptionalLong bits = group.get(name).integer();
        return bits.isPresent() && bits.getAsLong() >= 0 && bits.getAsLong() <= ALL ? bits.getAsLong() : -1;
    }

    private SignalReading phase(long number, SignalState state, Json message, Instant observed) {
        return new SignalReading(
                device.id(),
                number,
                state,
                whole(message, "plan"),
                whole(message, "cycleSecond"),
                device.place().orElse(null),
                observed);
    }

    private static boolean isUpTo(Json message, String name, long most) {
        Long value = whole(message, name);
        return value == null || value >= 0 && value <= most;
    }

    private static @Nullable Long whole(Json message, String name) {
        OptionalLong value = message.get(name).integer();
        return value.isPresent() ? (Long) value.getAsLong() : null;
    }
}
