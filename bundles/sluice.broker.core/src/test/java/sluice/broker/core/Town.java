package sluice.broker.core;

import java.time.Duration;
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
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Where;

/** A town's rules for tests: passages of cars with a plate, bins without anything personal, and purposes with ceilings of all heights. */
public final class Town {
    public static final String PASSAGES = "traffic.passage";
    public static final String BINS = "waste.container";

    /** What planners may have: passages without plates, to a quarter of an hour. */
    public static final Policy COUNTS = policy(
            "counts",
            "planning",
            "app.planning",
            release("segment", "segment", 11, "keep", ""),
            release("observed", "observed", 12, "round-time", "PT15M"));

    /** What waste collection may have: every level as it is. */
    public static final Policy LEVELS = new Policy(
            "levels",
            BINS,
            "planning",
            "app.waste",
            List.of(keep("container"), keep("level")),
            Duration.ofDays(30),
            new Where("policies/levels.yaml", 9));

    private Town() {}

    public static PolicySet with(Policy... policies) {
        return new PolicySet("test", Map.of(PASSAGES, passages(), BINS, bins()), purposes(), List.of(policies));
    }

    public static Policy policy(String name, String purpose, String recipient, Policy.Release... releases) {
        return new Policy(
                name,
                PASSAGES,
                purpose,
                recipient,
                List.of(releases),
                Duration.ofDays(30),
                new Where("policies/" + name + ".yaml", 9));
    }

    public static Policy.Release keep(String field) {
        return release(field, field, 10, "keep", "");
    }

    public static Policy.Release release(String output, String field, int line, String operator, String argument) {
        return new Policy.Release(
                output, field, List.of(new Policy.Step(operator, argument)), new Where("policies/line.yaml", line));
    }

    public static CatalogueStream passages() {
        return stream(
                PASSAGES,
                new Accuracy("confidence", 0.85, Duration.ofMinutes(5)),
                field("plate", ValueType.TEXT, Label.DIRECT, new Limits(0, 1, 12), Coarseness.NEVER),
                field("confidence", ValueType.DOUBLE, Label.NONPERSONAL, new Limits(0, 1, 1), Coarseness.NEVER),
                field("segment", ValueType.TEXT, Label.NONPERSONAL, Limits.NONE, Coarseness.NEVER),
                field("speed", ValueType.LONG, Label.INDIRECT, new Limits(0, 250, 1), new Coarseness(10)),
                field("observed", ValueType.INSTANT, Label.INDIRECT, Limits.NONE, new Coarseness(900)),
                field("lanes", ValueType.LONGS, Label.NONPERSONAL, new Limits(1, 9, 3), Coarseness.NEVER));
    }

    private static CatalogueStream bins() {
        return stream(
                BINS,
                Accuracy.ANY,
                field("container", ValueType.TEXT, Label.NONPERSONAL, Limits.NONE, Coarseness.NEVER),
                field("level", ValueType.DOUBLE, Label.NONPERSONAL, new Limits(0, 1, 1), Coarseness.NEVER));
    }

    public static CatalogueStream stream(String name, Accuracy accuracy, CatalogueField... fields) {
        Map<String, CatalogueField> byName = new LinkedHashMap<>();
        for (CatalogueField field : fields) {
            byName.put(field.name(), field);
        }
        return new CatalogueStream(name, byName, accuracy, new Where("catalogue/traffic.yaml", 3));
    }

    public static CatalogueField field(
            String name, ValueType type, Label label, Limits limits, Coarseness deidentifiedAt) {
        return new CatalogueField(name, type, "", label, limits, deidentifiedAt);
    }

    private static Map<String, Purpose> purposes() {
        return Map.of(
                "planning", lawful("planning", Label.DEIDENTIFIED, 4),
                "enforcement", lawful("enforcement", Label.DIRECT, 5),
                "advertising",
                        new Purpose.Prohibited(
                                "advertising", "MFIPPA s. 31", new Where("purposes/advertising.yaml", 1)));
    }

    public static Purpose lawful(String name, Label ceiling, int line) {
        Authority authority = new Authority(Authority.Ground.LAWFULLY_AUTHORISED_ACTIVITY, "by-law 7 s. 3", "direct");
        return new Purpose.Lawful(name, authority, ceiling, new Where("purposes/town.yaml", line));
    }
}
