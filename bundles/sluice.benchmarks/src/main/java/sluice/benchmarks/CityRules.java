package sluice.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
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

/** A personal stream, one purpose up to DEIDENTIFIED, and a policy for each of some recipients. */
final class CityRules {
    static final String STREAM = "traffic.vehicle";
    static final String PURPOSE = "traffic-planning";

    private static final Where HERE = new Where("benchmark", 1);

    private CityRules() {}

    static PolicySet permitting(List<String> recipients) {
        List<Policy> policies = new ArrayList<>();
        for (String recipient : recipients) {
            policies.add(new Policy(recipient, STREAM, PURPOSE, recipient, releases(), Duration.ofDays(30), HERE));
        }
        Authority authority = new Authority(Authority.Ground.LAWFULLY_AUTHORISED_ACTIVITY, "an example", "direct");
        Purpose planning = new Purpose.Lawful(PURPOSE, authority, Label.DEIDENTIFIED, HERE);
        return new PolicySet("benchmark", Map.of(STREAM, stream()), Map.of(PURPOSE, planning), policies);
    }

    private static List<Policy.Release> releases() {
        return List.of(
                release("segment", "keep", ""),
                release("confidence", "round", "0.05"),
                release("speed", "bucket", "10"),
                release("headway", "round", "0.5"),
                release("position", "cell", "500"),
                release("observed", "round-time", "PT15M"));
    }

    private static Policy.Release release(String field, String operator, String argument) {
        return new Policy.Release(field, field, List.of(new Policy.Step(operator, argument)), HERE);
    }

    private static CatalogueStream stream() {
        Map<String, CatalogueField> fields = new LinkedHashMap<>();
        add(fields, "plate", ValueType.TEXT, Label.DIRECT, new Limits(0, 1, 12));
        add(fields, "confidence", ValueType.DOUBLE, Label.NONPERSONAL, new Limits(0, 1, 1));
        add(fields, "segment", ValueType.TEXT, Label.NONPERSONAL, new Limits(0, 1, 64));
        add(fields, "speed", ValueType.LONG, Label.INDIRECT, new Limits(0, 250, 1));
        add(fields, "headway", ValueType.DOUBLE, Label.INDIRECT, new Limits(0, 600, 1));
        add(fields, "position", ValueType.POINT, Label.INDIRECT, Limits.NONE);
        add(fields, "observed", ValueType.INSTANT, Label.INDIRECT, Limits.NONE);
        add(fields, "heavy", ValueType.BOOLEAN, Label.NONPERSONAL, Limits.NONE);
        Accuracy accuracy = new Accuracy("confidence", 0.85, Duration.ofDays(30));
        return new CatalogueStream(STREAM, fields, accuracy, HERE);
    }

    private static void add(
            Map<String, CatalogueField> fields, String name, ValueType type, Label label, Limits limits) {
        fields.put(name, new CatalogueField(name, type, "", label, limits, new Coarseness(0.5)));
    }
}
