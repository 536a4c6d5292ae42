package sluice.driver.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Reading;

/**
 * The health of one device. Tells a fact when it is new or has changed, and what nobody says: silence, a value that does not move any more, a
 * clock that is wrong, frames that can not be true.
 *
 * <p>Belongs to one session and is called on its thread.
 */
public final class HealthWatch {
    /** Most devices here report at least once a day. */
    private static final Duration SILENT_AFTER = Duration.ofHours(25);

    /** Two days of readings every hour without any change of an analogue value. */
    private static final int STUCK_AFTER = 48;

    private static final double DRIFT_SECONDS = 60;

    private final String device;
    private final @Nullable Fact moving;
    private final Map<Fact, Double> told = new HashMap<>();
    private @Nullable Instant heard;
    private @Nullable Double last;
    private int same;
    private int implausible;

    /**
     * A watch on one device.
     *
     * @param device its id
     * @param moving a measured fact that never stands still for long, such as a distance; null if there is none
     */
    public HealthWatch(String device, @Nullable Fact moving) {
        this.device = device;
        this.moving = moving;
    }

    /**
     * A frame was read.
     *
     * @param frame the frame
     * @param facts what it stated
     * @return what is to be told now; often nothing
     */
    public List<Reading> read(Frame frame, Facts facts) {
        heard = frame.receivedAt();
        List<Reading> news = new ArrayList<>(2);
        for (int i = 0; i < facts.size(); i++) {
            if (facts.fact(i).isHealth() && isNews(facts.fact(i), facts.value(i))) {
                news.add(reading(facts.fact(i).kind(), facts.value(i), frame.receivedAt()));
            }
        }
        addDrift(facts, frame.receivedAt(), news);
        addStuck(facts, frame.receivedAt(), news);
        return news;
    }

    /** A frame could not be true. */
    public void implausible() {
        implausible++;
    }

    /**
     * A minute passed.
     *
     * @param now the platform's time
     * @return what is to be told now; usually nothing
     */
    public List<Reading> tick(Instant now) {
        List<Reading> news = new ArrayList<>(0);
        if (implausible > 0) {
            news.add(reading("out-of-range", implausible, now));
            implausible = 0;
        }
        if (heard == null) {
            heard = now;
        } else if (Duration.between(heard, now).compareTo(SILENT_AFTER) >= 0) {
            news.add(reading("silent-hours", SILENT_AFTER.toHours(), now));
            heard = now;
        }
        return news;
    }

    private boolean isNews(Fact fact, double value) {
        Double before = told.put(fact, value);
        return before == null ? fact.use() == Fact.Use.HEALTH || value != 0 : before != value;
    }

    private void addDrift(Facts facts, Instant now, List<Reading> news) {
        Double epochSeconds = facts.value(Known.CLOCK);
        if (epochSeconds == null) {
            return;
        }
        double drift = Math.rint(now.toEpochMilli() / 1000.0 - epochSeconds);
        if (Math.abs(drift) > DRIFT_SECONDS) {
            news.add(reading("clock-drift", drift, now));
        }
    }

    private void addStuck(Facts facts, Instant now, List<Reading> news) {
        Double value = moving == null ? null : facts.value(moving);
        if (value == null) {
            return;
        }
        same = value.equals(last) ? same + 1 : 0;
        last = value;
        if (same > 0 && same % STUCK_AFTER == 0) {
            news.add(reading("stuck", same, now));
        }
    }

    private Reading reading(String kind, double value, Instant at) {
        return Reading.of(new HealthReading(device, kind, value), at);
    }
}
