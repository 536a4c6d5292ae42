package sluice.metrics.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of the text exposition format, version 0.0.4: every family has its HELP, then its TYPE, then its samples in one group;
 * names and escapes are well formed; no sample comes twice. It throws at the first line that is not so.
 */
final class ExpositionReader {
    private static final Pattern HELP =
            Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) ((?:[^\\\\\n]|\\\\\\\\|\\\\n)+)");
    private static final Pattern TYPE =
            Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|summary|histogram|untyped)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? (\\S+)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\\\\\|\\\\\"|\\\\n)*)\"(,|$)");

    /** Type of each family, in order. */
    final Map<String, String> types = new LinkedHashMap<>();

    /** Value by sample, written {@code name{a=b, c=d}} with its labels sorted and unescaped. */
    final Map<String, Double> samples = new LinkedHashMap<>();

    private final Set<String> helped = new LinkedHashSet<>();
    private String family = "";

    static ExpositionReader read(String page) {
        if (!page.endsWith("\n")) {
            throw new IllegalArgumentException("the last line must end with a line feed");
        }
        ExpositionReader reader = new ExpositionReader();
        page.lines().forEach(reader::line);
        return reader;
    }

    private void line(String line) {
        if (line.startsWith("# HELP ")) {
            help(matched(HELP, line));
        } else if (line.startsWith("# TYPE ")) {
            type(matched(TYPE, line));
        } else {
            sample(matched(SAMPLE, line));
        }
    }

    private void help(Matcher line) {
        family = line.group(1);
        require(helped.add(family), "family twice: " + family);
    }

    private void type(Matcher line) {
        require(line.group(1).equals(family), "TYPE without its HELP: " + line.group(1));
        require(types.put(family, line.group(2)) == null, "TYPE twice: " + family);
        boolean isCounter = line.group(2).equals("counter");
        require(isCounter == family.endsWith("_total"), "a counter, and nothing else, ends with _total: " + family);
    }

    private void sample(Matcher line) {
        String name = line.group(1);
        boolean isSummary = "summary".equals(types.get(family));
        boolean isOfSummary = isSummary && (name.equals(family + "_sum") || name.equals(family + "_count"));
        require(types.containsKey(family), "sample before its TYPE: " + name);
        require(name.equals(family) || isOfSummary, "sample outside its family: " + name);
        Map<String, String> labels = labels(line.group(2) == null ? "" : line.group(2));
        require(isSummary || !labels.containsKey("quantile"), "quantile outside a summary: " + name);
        double value = Double.parseDouble(line.group(3).replace("Inf", "Infinity"));
        require(samples.put(name + labels, value) == null, "sample twice: " + name + labels);
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(text);
        int end = 0;
        while (end < text.length()) {
            require(label.find() && label.start() == end, "malformed labels: " + text);
            require(labels.put(label.group(1), unescape(label.group(2))) == null, "label twice: " + text);
            end = label.end();
        }
        return labels;
    }

    private static String unescape(String value) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                c = value.charAt(++i) == 'n' ? '\n' : value.charAt(i);
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private static Matcher matched(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        require(matcher.matches(), "malformed line: " + line);
        return matcher;
    }

    private static void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
