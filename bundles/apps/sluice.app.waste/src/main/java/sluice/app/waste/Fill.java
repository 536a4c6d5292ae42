package sluice.app.waste;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of one container: how full it is, how fast it fills, and whether the crews were told in this filling cycle.
 *
 * <p>The rate is a mean over time, not over observations: a day counts as a day, whether the sensor spoke once or fifty times, so that
 * the noise of readings a minute apart cancels out. It starts as the plain mean of all that was seen and forgets what is older than about
 * {@link #MEMORY_HOURS}. An emptying is left out of it.
 *
 * @param level 0 to 1, last observed
 * @param peak highest level of this filling cycle
 * @param at when it was last observed
 * @param ratePerHour mean rise of the level in an hour; 0 or more
 * @param learnedHours hours of filling that the rate rests on, at most {@link #MEMORY_HOURS}
 * @param announced whether a pickup was published in this cycle
 * @param lastId id of the last observation, to know it when it comes again
 */
record Fill(
        double level,
        double peak,
        Instant at,
        double ratePerHour,
        double learnedHours,
        boolean announced,
        String lastId) {
    /** From this level on a container is to be emptied. */
    static final double THRESHOLD = 0.8;

    /** A fall by this much from the peak is an emptying; compaction and noise stay well below it. */
    static final double EMPTIED_FALL = 0.3;

    /** A container that is emptied early ends below this level, and then a fall by {@link #EARLY_FALL} is enough. */
    static final double NEARLY_EMPTY = 0.05;

    static final double EARLY_FALL = 0.1;

    static final double MEMORY_HOURS = 48;

    /** A forecast needs this much history. */
    static final double LEAST_LEARNED_HOURS = 6;

    /** A container that was not heard of for this long is not forecast. */
    static final Duration LONGEST_SILENCE = Duration.ofDays(3);

    private static final double SECONDS_PER_HOUR = 3600;

    static Fill first(double level, Instant at, String id) {
        return new Fill(level, level, at, 0, 0, false, id);
    }

    boolean isSupersededBy(String id, Instant observed) {
        return !id.equals(lastId) && !observed.isBefore(at);
    }

    Fill then(double newLevel, Instant observed, String id) {
        if (isEmptying(peak - newLevel, newLevel)) {
            return new Fill(newLevel, newLevel, observed, ratePerHour, learnedHours, false, id);
        }
        double hours = Math.min(hoursBetween(at, observed), MEMORY_HOURS);
        double learned = Math.min(learnedHours + hours, MEMORY_HOURS);
        double rise = newLevel - level;
        double rate = hours == 0 ? ratePerHour : ratePerHour + (rise - ratePerHour * hours) / learned;
        return new Fill(newLevel, Math.max(peak, newLevel), observed, Math.max(0, rate), learned, announced, id);
    }

    Fill told() {
        return new Fill(level, peak, at, ratePerHour, learnedHours, true, lastId);
    }

    /**
     * When it is to be emptied.
     *
     * @return when it was seen past the threshold or will pass it; empty if that can not be said
     */
    Optional<Instant> due(Instant now) {
        if (level >= THRESHOLD) {
            return Optional.of(at);
        }
        boolean isForecastable =
                learnedHours >= LEAST_LEARNED_HOURS && ratePerHour > 0 && at.isAfter(now.minus(LONGEST_SILENCE));
        double hours = (THRESHOLD - level) / ratePerHour;
        return isForecastable && hours < LONGEST_SILENCE.toHours()
                ? Optional.of(at.plusSeconds((long) (hours * SECONDS_PER_HOUR)))
                : Optional.empty();
    }

    private static boolean isEmptying(double fall, double newLevel) {
        return fall >= EMPTIED_FALL || fall >= EARLY_FALL && newLevel <= NEARLY_EMPTY;
    }

    private static double hoursBetween(Instant from, Instant to) {
        return Duration.between(from, to).getSeconds() / SECONDS_PER_HOUR;
    }
}
