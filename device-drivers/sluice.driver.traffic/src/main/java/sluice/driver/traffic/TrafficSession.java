package sluice.driver.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.driver.kit.Fact;
import sluice.driver.kit.Facts;
import sluice.driver.kit.HealthWatch;
import sluice.driver.kit.Known;
import sluice.driver.kit.Moment;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Json;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** One device beside a road. Remembers its health, and nothing of what passed. */
final class TrafficSession implements Session {
    private static final int LONGEST_MESSAGE = 64 * 1024;

    private final Tools tools;
    private final Reports reports;
    private final HealthWatch health;

    TrafficSession(String device, Tools tools, Reports reports) {
        this.tools = tools;
        this.reports = reports;
        this.health = new HealthWatch(device, null);
    }

    @Override
    public Decoded on(Frame frame) {
        if (frame.length() > LONGEST_MESSAGE) {
            return Decoded.refused(Refusal.UNKNOWN_MESSAGE);
        }
        Optional<Json> message = tools.json(frame.payload());
        Optional<Instant> observed = message.flatMap(json -> Moment.of(json.get("dateObserved"), frame.receivedAt()));
        return observed.isEmpty() ? Decoded.refused(Refusal.MALFORMED) : decoded(message.get(), observed.get(), frame);
    }

    @Override
    public List<Reading> tick(Instant now) {
        return health.tick(now);
    }

    private Decoded decoded(Json message, Instant observed, Frame frame) {
        Facts facts = condition(message, observed);
        Outcome outcome =
                facts.isPlausible() ? reports.read(message, observed) : new Outcome.Unread(Refusal.IMPLAUSIBLE);
        return outcome.fold(told -> readings(told, facts, frame), this::refused);
    }

    private Decoded readings(List<Outcome.Told> told, Facts facts, Frame frame) {
        List<Reading> readings = new ArrayList<>(told.size() + 1);
        for (Outcome.Told one : told) {
            readings.add(Reading.of(one.about(), one.at()));
        }
        readings.addAll(health.read(frame, facts));
        return new Decoded.Readings(readings);
    }

    private Decoded refused(Refusal refusal) {
        if (refusal == Refusal.IMPLAUSIBLE) {
            health.implausible();
        }
        return Decoded.refused(refusal);
    }

    private static Facts condition(Json message, Instant observed) {
        Facts facts = Facts.none();
        say(facts, message, "batteryVoltage", Known.BATTERY_VOLTS);
        say(facts, message, "fault", Known.FAULT);
        if (!message.get("dateObserved").isAbsent()) {
            facts.say(Known.CLOCK, observed.getEpochSecond());
        }
        return facts;
    }

    private static void say(Facts facts, Json message, String name, Fact fact) {
        message.get(name).number().ifPresent(value -> facts.say(fact, value));
    }
}
