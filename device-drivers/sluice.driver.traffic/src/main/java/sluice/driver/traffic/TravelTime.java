package sluice.driver.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import sluice.driver.kit.Moment;
import sluice.driver.spi.Json;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Tools;

/**
 * A reader of radio addresses: {@code {"readings": [{"address": "00:1a:7d:da:71:13", "time": "2026-03-01T12:00:00Z"}]}}. Names, classes and
 * strengths of devices are not read. An address that its device made up (the locally administered bit) is met once only and says nothing about a
 * travel time: it is counted, and goes no further.
 */
final class TravelTime implements Reports {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F]{2}([:-]?[0-9a-fA-F]{2}){5}");
    private static final Pattern SEPARATORS = Pattern.compile("[:-]");
    private static final String MADE_UP = "2367abef";
    private static final int LONGEST_ADDRESS = 17;

    private final String segment;
    private final Tools tools;

    TravelTime(String segment, Tools tools) {
        this.segment = segment;
        this.tools = tools;
    }

    @Override
    public Outcome read(Json message, Instant observed) {
        if (message.get("readings").isAbsent()) {
            return new Outcome.Unread(Refusal.UNKNOWN_MESSAGE);
        }
        List<Json> heard = message.get("readings").items();
        if (heard.size() > MOST) {
            return new Outcome.Unread(Refusal.IMPLAUSIBLE);
        }
        List<Outcome.Told> told = new ArrayList<>(heard.size());
        int madeUp = 0;
        for (Json one : heard) {
            Optional<String> address = address(one);
            Optional<Instant> at = Moment.of(one.get("time"), observed);
            if (address.isEmpty() || at.isEmpty()) {
                return new Outcome.Unread(Refusal.MALFORMED);
            }
            if (isMadeUp(address.get())) {
                madeUp++;
            } else {
                told.add(new Outcome.Told(new PassageReading(address.get(), segment, at.get()), at.get()));
            }
        }
        if (madeUp > 0) {
            tools.note("discarded-made-up-addresses", madeUp);
        }
        return new Outcome.Read(told);
    }

    private static Optional<String> address(Json one) {
        return one.get("address")
                .text()
                .filter(text -> text.length() <= LONGEST_ADDRESS
                        && ADDRESS.matcher(text).matches())
                .map(text -> SEPARATORS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT));
    }

    /** The second bit of the first byte; two, three, six, seven, a, b, e and f have it. */
    private static boolean isMadeUp(String address) {
        return MADE_UP.indexOf(address.charAt(1)) >= 0;
    }
}
