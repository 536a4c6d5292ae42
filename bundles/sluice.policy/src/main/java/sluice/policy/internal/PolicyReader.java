package sluice.policy.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Policy.Release;
import sluice.broker.core.model.Policy.Step;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.model.Window;
import sluice.broker.core.words.OperatorWords;
import sluice.policy.internal.words.Names;
import sluice.policy.internal.words.PolicyCode;
import sluice.yaml.Problems;
import sluice.yaml.YamlCode;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/** Reads one document of {@code policies/}: who is told what for which purpose, and how it is minimised. */
final class PolicyReader {
    private static final String OF = "of";

    /** More of them nobody could follow. */
    private static final int MAX_SCREENS = 8;

    private final Problems problems;
    private final Operators onFields;
    private final Operators onRecords;
    private final Operators onGroups;
    private final List<String> groupWords;
    private final WindowReader windows;
    private final ConditionReader conditions;

    PolicyReader(Problems problems, OperatorWords words, ConditionReader conditions) {
        this.problems = problems;
        this.onFields = Operators.onFields(words);
        this.conditions = conditions;
        this.onRecords = Operators.onRecords(words);
        this.onGroups = Operators.onGroups(words);
        this.groupWords = words.ofGroups();
        this.windows = new WindowReader(words);
    }

    Optional<Policy> read(YamlMap document) {
        int before = problems.count();
        YamlMap permit = document.map("permit");
        List<PolicyCondition> conditions = this.conditions.read(document);
        List<Step> records = document.value("records").map(this::records).orElse(List.of());
        Window window = windows.read(document);
        List<Release> releases = releases(document, window.isNone() ? onFields : onGroups);
        Duration retention = document.map("retention").duration("atMost");
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new Policy(
                        document.text("policy"),
                        permit.text("stream"),
                        permit.text("purpose"),
                        permit.text("recipient"),
                        conditions,
                        records,
                        window,
                        releases,
                        retention,
                        Names.where(document.at("policy"))));
    }

    private List<Step> records(YamlValue value) {
        List<Step> steps = new ArrayList<>();
        for (YamlValue item : value.items()) {
            if (!item.isMap()) {
                steps.add(onRecords.alone(item));
                continue;
            }
            YamlMap map = item.map();
            one(item, map.keys().size());
            map.keys()
                    .forEach(
                            key -> map.value(key).ifPresent(argument -> steps.add(onRecords.with(map, key, argument))));
        }
        if (steps.size() > MAX_SCREENS) {
            value.problem(YamlCode.BAD_VALUE, "`records` has at most " + MAX_SCREENS + " operators");
        }
        return steps;
    }

    private static void one(YamlValue item, int operators) {
        if (operators > 1) {
            item.problem(YamlCode.BAD_VALUE, "one operator for each map; for several, write a list of maps");
        }
    }

    private List<Release> releases(YamlMap document, Operators operators) {
        YamlMap fields = document.map("fields");
        List<Release> releases = new ArrayList<>();
        for (String output : fields.keys()) {
            fields.value(output)
                    .flatMap(value -> release(fields, output, value, operators))
                    .ifPresent(releases::add);
        }
        if (releases.isEmpty()) {
            document.problem(
                    PolicyCode.TOO_MANY_FIELDS,
                    "fields",
                    "a policy that releases nothing permits nothing; leave it out");
        }
        return releases;
    }

    private Optional<Release> release(YamlMap fields, String output, YamlValue value, Operators operators) {
        Draft draft = new Draft(output, operators);
        value.items().forEach(draft::read);
        List<String> names = draft.steps.stream().map(Step::operator).toList();
        boolean alone = names.contains(Operators.KEEP) || names.contains(Operators.DROP);
        if (names.isEmpty()) {
            value.problem(YamlCode.BAD_VALUE, "no operator; to release `" + output + "` as it is, write `keep`");
        } else if (alone && names.size() > 1) {
            value.problem(YamlCode.BAD_VALUE, "`keep` and `drop` stand alone; drop one of the operators");
        }
        if (names.stream().limit(Math.max(0, names.size() - 1)).anyMatch(groupWords::contains)) {
            value.problem(YamlCode.BAD_VALUE, "what is computed of a group stands last");
        }
        return names.contains(Operators.DROP)
                ? Optional.empty()
                : Optional.of(new Release(output, draft.source, draft.steps, Names.where(fields.at(output))));
    }

    /** One output field while it is read. */
    private final class Draft {
        private final List<Step> steps = new ArrayList<>();
        private final Operators operators;
        private String source;

        Draft(String output, Operators operators) {
            this.source = output;
            this.operators = operators;
        }

        void read(YamlValue item) {
            if (!item.isMap()) {
                steps.add(operators.alone(item));
                return;
            }
            YamlMap map = item.map();
            int before = steps.size();
            for (String key : map.keys()) {
                map.value(key).ifPresent(value -> read(map, key, value));
            }
            one(item, steps.size() - before);
        }

        private void read(YamlMap map, String key, YamlValue value) {
            if (key.equals(OF)) {
                source = Names.field(map, OF);
            } else if (groupWords.contains(key)) {
                group(map, key, value);
            } else {
                steps.add(operators.with(map, key, value));
            }
        }

        /** {@code count: plate}, or {@code quantile: {of: speed, at: 0.85, step: 5}}: the field stands behind the word. */
        private void group(YamlMap map, String key, YamlValue value) {
            if (value.isMap()) {
                source = Names.field(value.map(), OF);
            } else if (!value.isAbsent()) {
                source = Names.field(map, key);
            }
            steps.add(operators.ofGroup(map, key, value));
        }
    }
}
