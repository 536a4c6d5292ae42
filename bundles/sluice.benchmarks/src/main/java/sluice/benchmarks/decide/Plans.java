package sluice.benchmarks.decide;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.Authority;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Where;
import sluice.driver.spi.Point;

/**
 * A city of any size: 32 streams of as many shapes, a policy for each recipient with two conditions (an agreement, and hours), and fields
 * that are kept, rounded, put into buckets and into cells, in turn.
 */
final class Plans {
    static final int SHAPES = 32;
    static final String PURPOSE = "planning";
    static final String IN_FORCE = "in-force";
    static final String OVER = "over";

    private static final Where HERE = new Where("benchmark", 1);
    private static final List<Class<?>> TYPES = List.of(String.class, double.class, long.class, Point.class);

    private Plans() {}

    static String stream(int shape) {
        return "city.s" + shape;
    }

    static String recipient(int pair) {
        return "app.r" + pair;
    }

    /** From 5 to 12 components, no two streams' the same. */
    static Map<String, Class<?>> components(int shape) {
        return components(5 + shape % 8, shape);
    }

    static Map<String, Class<?>> components(int count, int shape) {
        Map<String, Class<?>> components = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            components.put("f" + shape + "x" + i, TYPES.get((i + shape) % TYPES.size()));
        }
        return components;
    }

    /** One policy for each pair that is permitted, with the same recipients at any size, and more for recipients that never come. */
    static PolicySet set(int pairs, int rules, int version) {
        Map<String, CatalogueStream> catalogue = new LinkedHashMap<>();
        for (int shape = 0; shape < SHAPES; shape++) {
            catalogue.put(stream(shape), catalogued(stream(shape), components(shape)));
        }
        List<Policy> policies = new ArrayList<>();
        for (int pair = 0; policies.size() < rules; pair++) {
            if (pair >= pairs || !isGap(pair)) {
                policies.add(policy(pair, pair == 0 ? version : 0));
            }
        }
        return new PolicySet("v" + version, catalogue, purposes(), policies);
    }

    /** Every seventh pair has no policy, every sixth an agreement that is over: 30 % of what is drawn by Zipf's law. */
    static boolean isGap(int pair) {
        return pair % 7 == 3;
    }

    private static boolean isOver(int pair) {
        return pair % 6 == 1;
    }

    private static Policy policy(int pair, int version) {
        int shape = pair % SHAPES;
        List<PolicyCondition> conditions = List.of(
                new PolicyCondition.Agreement(isOver(pair) ? OVER : IN_FORCE),
                new PolicyCondition.Hours(
                        EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneOffset.UTC));
        return new Policy(
                "p" + pair,
                stream(shape),
                PURPOSE,
                recipient(pair),
                conditions,
                List.of(),
                releases(components(shape)),
                Duration.ofDays(30 + version),
                HERE);
    }

    static List<Policy.Release> releases(Map<String, Class<?>> components) {
        List<Policy.Release> releases = new ArrayList<>();
        components.forEach((name, type) -> releases.add(new Policy.Release(name, name, List.of(step(type)), HERE)));
        return releases;
    }

    private static Policy.Step step(Class<?> type) {
        if (type == double.class) {
            return new Policy.Step("round", "0.5");
        }
        if (type == long.class) {
            return new Policy.Step("bucket", "10");
        }
        return type == Point.class ? new Policy.Step("cell", "500") : new Policy.Step("keep", "");
    }

    static CatalogueStream catalogued(String stream, Map<String, Class<?>> components) {
        Map<String, CatalogueField> fields = new LinkedHashMap<>();
        components.forEach((name, type) -> fields.put(
                name, new CatalogueField(name, type(type), "", Label.INDIRECT, limits(type), new Coarseness(0.1))));
        return new CatalogueStream(stream, fields, Accuracy.ANY, HERE);
    }

    private static ValueType type(Class<?> type) {
        if (type == double.class) {
            return ValueType.DOUBLE;
        }
        if (type == long.class) {
            return ValueType.LONG;
        }
        return type == Point.class ? ValueType.POINT : ValueType.TEXT;
    }

    private static Limits limits(Class<?> type) {
        return type == String.class ? new Limits(0, 1, 64) : new Limits(-1e9, 1e9, 64);
    }

    static Map<String, Purpose> purposes() {
        Authority authority = new Authority(Authority.Ground.LAWFULLY_AUTHORISED_ACTIVITY, "an example", "direct");
        return Map.of(PURPOSE, new Purpose.Lawful(PURPOSE, authority, Label.DIRECT, HERE));
    }
}
