package sluice.broker;

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

/** A small city for tests: bins without personal information, plates with, three purposes. */
final class City {
    static final String BINS = "waste.container";
    static final String PLATES = "traffic.plate";
    static final String NOTICES = "city.notice";

    private static final Where HERE = new Where("policies/test.yaml", 1);

    private City() {}

    /** Bins to {@code app.waste}, passages without plates to {@code app.planning}. */
    static PolicySet policies() {
        return policies(List.of(
                policy(
                        "levels",
                        BINS,
                        "waste-collection",
                        "app.waste",
                        keep("container"),
                        step("level", "bucket", "0.1")),
                policy(
                        "passages",
                        PLATES,
                        "traffic-planning",
                        "app.planning",
                        keep("segment"),
                        step("observed", "round-time", "PT15M"))));
    }

    static PolicySet policies(List<Policy> policies) {
        Map<String, Purpose> purposes = new LinkedHashMap<>();
        purposes.put("waste-collection", lawful("waste-collection", Label.NONPERSONAL));
        purposes.put("traffic-planning", lawful("traffic-planning", Label.DEIDENTIFIED));
        purposes.put("enforcement", lawful("enforcement", Label.DIRECT));
        purposes.put("advertising", new Purpose.Prohibited("advertising", "MFIPPA s. 31", HERE));
        return new PolicySet("test", Map.of(BINS, bins(), PLATES, plates(), NOTICES, notices()), purposes, policies);
    }

    static Policy policy(String name, String stream, String purpose, String recipient, Policy.Release... releases) {
        return new Policy(name, stream, purpose, recipient, List.of(releases), Duration.ofDays(30), HERE);
    }

    static Policy.Release keep(String field) {
        return step(field, "keep", "");
    }

    static Policy.Release step(String field, String operator, String argument) {
        return new Policy.Release(field, field, List.of(new Policy.Step(operator, argument)), HERE);
    }

    private static Purpose lawful(String name, Label ceiling) {
        Authority authority =
                new Authority(Authority.Ground.LAWFULLY_AUTHORISED_ACTIVITY, "an example by-law", "direct");
        return new Purpose.Lawful(name, authority, ceiling, HERE);
    }

    private static CatalogueStream bins() {
        return stream(
                BINS,
                Accuracy.ANY,
                field("container", ValueType.TEXT, Label.NONPERSONAL, new Limits(0, 1, 20), Coarseness.NEVER),
                field("level", ValueType.DOUBLE, Label.NONPERSONAL, new Limits(0, 1, 1), Coarseness.NEVER),
                field("observed", ValueType.INSTANT, Label.NONPERSONAL, Limits.NONE, Coarseness.NEVER));
    }

    private static CatalogueStream plates() {
        return stream(
                PLATES,
                new Accuracy("confidence", 0.85, Duration.ofMinutes(5)),
                field("plate", ValueType.TEXT, Label.DIRECT, new Limits(0, 1, 12), Coarseness.NEVER),
                field("confidence", ValueType.DOUBLE, Label.NONPERSONAL, new Limits(0, 1, 1), Coarseness.NEVER),
                field("segment", ValueType.TEXT, Label.NONPERSONAL, Limits.NONE, Coarseness.NEVER),
                field("observed", ValueType.INSTANT, Label.INDIRECT, Limits.NONE, new Coarseness(900)));
    }

    private static CatalogueStream notices() {
        return stream(
                NOTICES,
                Accuracy.ANY,
                field("lines", ValueType.TEXTS, Label.NONPERSONAL, Limits.NONE, Coarseness.NEVER));
    }

    private static CatalogueStream stream(String name, Accuracy accuracy, CatalogueField... fields) {
        Map<String, CatalogueField> byName = new LinkedHashMap<>();
        for (CatalogueField field : fields) {
            byName.put(field.name(), field);
        }
        return new CatalogueStream(name, byName, accuracy, new Where("catalogue/test.yaml", 1));
    }

    private static CatalogueField field(String name, ValueType type, Label label, Limits limits, Coarseness coarse) {
        return new CatalogueField(name, type, "", label, limits, coarse);
    }

    /** The same set with more policies. */
    static PolicySet with(Policy... more) {
        List<Policy> all = new ArrayList<>(policies().policies());
        all.addAll(List.of(more));
        return policies(all);
    }
}
