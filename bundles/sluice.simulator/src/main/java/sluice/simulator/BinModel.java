package sluice.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** One bin over time: it fills in uneven steps, somebody empties it when it is nearly full, and days are warmer than nights. */
final class BinModel {
    private static final double FULLEST = 0.97;
    private static final double COLLECTED_FROM = 0.85;
    private static final int REPORTS_A_DAY = 96;
    private static final Instant COUNTED_FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final long COUNTER_BITS = 0xffff_ffffL;

    private final Bin bin;
    private final SplittableRandom chance;
    private final long firstCount;
    private double fill;
    private double batteryPercent = 100;
    private long reports;

    /**
     * A bin at the start.
     *
     * @param started when; its frame counter begins there, 100 a second since 2026, so that a simulator that is started again goes on above
     *     where it was
     */
    BinModel(Bin bin, SplittableRandom chance, Instant started) {
        this.bin = bin;
        this.chance = chance;
        this.firstCount = Duration.between(COUNTED_FROM, started).toMillis() / 10;
        this.fill = chance.nextDouble(0.05, 0.9);
    }

    Uplink report(Instant at) {
        Measurement measurement = measure();
        return Uplink.of(bin, measurement, firstCount + reports & COUNTER_BITS, at);
    }

    Measurement measure() {
        reports++;
        fill = isCollected() ? 0.02 : Math.min(FULLEST, fill + chance.nextDouble(0, 0.02));
        batteryPercent = Math.max(20, batteryPercent - 0.002);
        int distanceMm = (int) Math.round(bin.floorMm() - fill * (bin.floorMm() - Bin.FULL_MM));
        return new Measurement(distanceMm, celsius(), (int) batteryPercent, chance.nextInt(500) == 0);
    }

    private boolean isCollected() {
        return fill > COLLECTED_FROM && chance.nextInt(12) == 0;
    }

    private double celsius() {
        double ofDay = 2 * Math.PI * (reports % REPORTS_A_DAY) / REPORTS_A_DAY;
        return Math.round(10 * (11 + 6 * Math.sin(ofDay) + chance.nextDouble())) / 10.0;
    }
}
