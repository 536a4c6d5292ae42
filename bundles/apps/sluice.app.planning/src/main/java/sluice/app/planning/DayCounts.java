package sluice.app.planning;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The passages of one segment on one day (UTC).
 *
 * @param day midnight at its beginning
 * @param quarters number of passages in each of its 96 quarter hours
 */
record DayCounts(Instant day, List<Long> quarters) {
    private static final int QUARTERS = 96;
    private static final long SECONDS_PER_QUARTER = 900;

    DayCounts {
        quarters = List.copyOf(quarters);
    }

    static DayCounts none(Instant day) {
        return new DayCounts(day, Collections.nCopies(QUARTERS, 0L));
    }

    /** The same counts and one passage more, which must be of this day. */
    DayCounts with(Instant observed) {
        int quarter = (int) (ChronoUnit.SECONDS.between(day, observed) / SECONDS_PER_QUARTER);
        List<Long> grown = new ArrayList<>(quarters);
        grown.set(quarter, grown.get(quarter) + 1);
        return new DayCounts(day, grown);
    }
}
