package sluice.itests.outside;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One scrape of {@code /metrics}. */
public final class Metrics {
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(?:\\{(.*)})? (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final String page;

    Metrics(String page) {
        this.page = page;
    }

    public String page() {
        return page;
    }

    /** Sum of the samples of a family that have these labels (name, value, name, value...); 0 if there is none. */
    public long of(String family, String... labels) {
        Map<String, String> wanted = new HashMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            wanted.put(labels[i], labels[i + 1]);
        }
        return sum(family, has -> has.entrySet().containsAll(wanted.entrySet()));
    }

    /** What was counted at the door under a code. */
    public long door(String code) {
        return of("sluice_door_total", "code", code);
    }

    /** Readings of a stream that were counted under a code before any recipient. */
    public long stream(String stream, String code) {
        return of("sluice_stream_total", "stream", stream, "code", code);
    }

    /** Observations of a flow that were counted under a code. */
    public long flow(String stream, String recipient, String code) {
        return of("sluice_flow_total", "stream", stream, "recipient", recipient, "code", code);
    }

    /** Every count at the door and of the streams, for comparing two scrapes. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        Matcher samples = SAMPLE.matcher(page);
        while (samples.find()) {
            if (samples.group(1).equals("sluice_door_total") || samples.group(1).equals("sluice_stream_total")) {
                counts.put(String.valueOf(samples.group(2)), Math.round(Double.parseDouble(samples.group(3))));
            }
        }
        return counts;
    }

    private long sum(String family, Predicate<Map<String, String>> wanted) {
        double sum = 0;
        Matcher samples = SAMPLE.matcher(page);
        while (samples.find()) {
            if (samples.group(1).equals(family) && wanted.test(labels(String.valueOf(samples.group(2))))) {
                sum += Double.parseDouble(samples.group(3));
            }
        }
        return Math.round(sum);
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        Matcher found = LABEL.matcher(text);
        while (found.find()) {
            labels.put(found.group(1), found.group(2));
        }
        return labels;
    }
}
