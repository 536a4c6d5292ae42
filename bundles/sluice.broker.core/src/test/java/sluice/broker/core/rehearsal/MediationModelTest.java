package sluice.broker.core.rehearsal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.port.FlowKey;
import sluice.driver.spi.Point;

/**
 * The whole line against the slow and obvious model: random policies, requests and readings, and what each recipient is told, value by value.
 * {@code -Dsluice.model.cases=N} says how many, {@code -Dsluice.model.seed=N} which ones.
 */
final class MediationModelTest {
    private static final int CASES = Integer.getInteger("sluice.model.cases", 250_000);
    private static final long SEED = Long.getLong("sluice.model.seed", 7);
    private static final int REQUESTS = 6;
    private static final int READINGS = 32;

    @Test
    void the_line_tells_what_the_naive_model_tells() {
        AnyLine any = new AnyLine(new SplittableRandom(SEED));
        Map<String, Integer> seen = new TreeMap<>();
        int cases = 0;
        while (cases < CASES) {
            PolicySet set = any.policies();
            for (int i = 0; i < REQUESTS; i++) {
                cases += compare(any, set, seen);
            }
        }
        System.out.println("mediation model: checked " + cases + " of " + cases + ", " + seen);
        assertThat(seen.keySet())
                .containsExactlyInAnyOrder(
                        "told",
                        "undeclared-stream",
                        "future",
                        "too-old",
                        "out-of-range",
                        "not-finite",
                        "too-long",
                        "inaccurate",
                        "unknown-purpose",
                        "prohibited",
                        "other-purpose",
                        "gap",
                        "not-released",
                        "above-ceiling",
                        "bad-plan",
                        "filtered",
                        "sampled-out",
                        "absent");
        int each = cases / 2_000;
        assertThat(seen.values()).allMatch(often -> often > each);
        assertThat(seen.get("told")).isGreaterThan(cases / 8);
    }

    private static int compare(AnyLine any, PolicySet set, Map<String, Integer> seen) {
        FlowKey flow = any.flow(set);
        Label floor = any.floor();
        Map<String, ValueType> released = new Rehearsal(set, flow, floor, List.of()).outputs();
        List<Asked> asked = any.asked(released);
        Rehearsal engine = new Rehearsal(set, flow, floor, asked);
        Map<String, ValueType> wanted = asked.isEmpty() ? released : types(asked);
        NaiveLine model = new NaiveLine(set, flow, floor, wanted);
        CatalogueStream stream = set.catalogue()
                .getOrDefault(flow.stream(), requireNonNull(set.catalogue().get("stream0")));
        for (int i = 0; i < READINGS; i++) {
            Act act = any.act(stream);
            String expected = complete(model.send(act), asked);
            String found = text(engine.send(act));
            if (!found.equals(expected)) {
                assertThat(found)
                        .describedAs("%s %s %s %s on %s", flow, floor, asked, act, set)
                        .isEqualTo(expected);
            }
            seen.merge(expected.split(" ")[0], 1, Integer::sum);
        }
        return READINGS;
    }

    private static Map<String, ValueType> types(List<Asked> asked) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        asked.forEach(one -> types.put(one.name(), one.type()));
        return types;
    }

    /** A required component that is not told refuses the observation. */
    private static String complete(String told, List<Asked> asked) {
        boolean isMissing = asked.stream()
                .filter(Asked::isRequired)
                .anyMatch(one -> !told.contains("{" + one.name() + "=") && !told.contains(", " + one.name() + "="));
        return told.startsWith("told ") && isMissing ? "absent" : rounded(told);
    }

    private static String text(Rehearsed found) {
        return found instanceof Rehearsed.Refused refused
                ? refused.reason().code()
                : rounded("told " + new TreeMap<>(((Rehearsed.Observed) found).values()));
    }

    /** Points to 0.0000001 degrees: the two compute the same in another order. */
    private static String rounded(String told) {
        if (!told.contains("Point[")) {
            return told;
        }
        return POINT.matcher(told)
                .replaceAll(found -> String.format(
                        java.util.Locale.ROOT,
                        "(%.7f, %.7f)",
                        Double.parseDouble(found.group(1)) + 0.0,
                        Double.parseDouble(found.group(2)) + 0.0));
    }

    private static final java.util.regex.Pattern POINT = java.util.regex.Pattern.compile(
            Point.class.getSimpleName() + "\\[latitude=([-0-9.E]+), longitude=([-0-9.E]+)\\]");
}
