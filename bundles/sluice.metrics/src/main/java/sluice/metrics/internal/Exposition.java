package sluice.metrics.internal;

import java.util.Locale;

/**
 * Writes the Prometheus text exposition format, version 0.0.4. A family is opened, then gets its samples. Values that label something go
 * through one escape; a sample beyond the limit is left out and counted.
 */
final class Exposition {
    /** The media type of what it writes. */
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder(8192);
    private final int maxSamples;
    private String family = "";
    private int samples;
    private int omitted;

    /** Samples beyond {@code maxSamples} are left out, so that a scrape stays bounded whatever names appear. */
    Exposition(int maxSamples) {
        this.maxSamples = maxSamples;
    }

    /** Opens a family; {@code type} is counter, gauge or summary. */
    Exposition family(String name, String type, String help) {
        family = name;
        text.append("# HELP ").append(name).append(' ').append(escapeHelp(help)).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    /** One sample of the open family; {@code labels} are name, value, name, value... */
    Exposition sample(double value, String... labels) {
        return suffixed("", value, labels);
    }

    /** One sample of the open family whose name goes on, for example {@code _sum} of a summary. */
    Exposition suffixed(String suffix, double value, String... labels) {
        if (samples >= maxSamples) {
            omitted++;
            return this;
        }
        samples++;
        text.append(family).append(suffix);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',').append(labels[i]);
            text.append("=\"").append(escapeLabel(labels[i + 1])).append('"');
        }
        text.append(labels.length == 0 ? " " : "} ").append(number(value)).append('\n');
        return this;
    }

    /** Everything so far; ends with how many samples were left out. */
    String finish() {
        family(
                "sluice_metrics_omitted",
                "gauge",
                "Samples that this page leaves out because it would grow past its limit.");
        return text.append(family).append(' ').append(omitted).append('\n').toString();
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return isWhole ? String.format(Locale.ROOT, "%d", (long) value) : Double.toString(value);
    }

    private static String escapeHelp(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String escapeLabel(String value) {
        return escapeHelp(value).replace("\"", "\\\"");
    }
}
