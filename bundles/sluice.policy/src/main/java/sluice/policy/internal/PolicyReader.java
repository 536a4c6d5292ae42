package sluice.policy.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Policy.Release;
import sluice.broker.core.model.Policy.Step;
import sluice.broker.core.words.OperatorWords;
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

    PolicyReader(Problems problems, OperatorWords words) {
        this.problems = problems;
        this.onFields = Operators.onFields(words);
        this.onRecords = Operators.onRecords(words);
    }

    Optional<Policy> read(YamlMap document) {
        int before = problems.count();
        document.allow(Set.of("policy", "permit", "records", "fields", "retention"));
        String name = Names.WORD.read(document, "policy");
        YamlMap permit = document.map("permit");
        permit.allow(Set.of("stream", "purpose", "recipient"));
        String stream = Names.STREAM.read(permit, "stream");
        String purpose = Names.WORD.read(permit, "purpose");
        String recipient = Names.RECIPIENT.read(permit, "recipient");
        List<Step> records = document.value("records").map(this::records).orElse(List.of());
        List<Release> releases = releases(document);
        Duration retention = retention(document.map("retention"));
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new Policy(
                        name,
                        stream,
                        purpose,
                        recipient,
                        records,
                        releases,
                        retention,
                        Names.where(document.at("policy"))));
    }

    private static Duration retention(YamlMap map) {
        map.allow(Set.of("atMost"));
        return map.duration("atMost");
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

    private List<Release> releases(YamlMap document) {
        YamlMap fields = document.map("fields");
        List<Release> releases = new ArrayList<>();
        for (String output : fields.keys()) {
            Names.FIELD.check(fields, output, output);
            fields.value(output)
                    .flatMap(value -> release(fields, output, value))
                    .ifPresent(releases::add);
        }
        if (releases.isEmpty() || releases.size() > Names.MAX_FIELDS) {
            document.problem(
                    PolicyCode.TOO_MANY_FIELDS,
                    "fields",
                    "a policy releases 1 to " + Names.MAX_FIELDS + " fields, got " + releases.size());
        }
        return releases;
    }

    private Optional<Release> release(YamlMap fields, String output, YamlValue value) {
        Draft draft = new Draft(output);
        value.items().forEach(draft::read);
        List<String> names = draft.steps.stream().map(Step::operator).toList();
        boolean alone = names.contains(Operators.KEEP) || names.contains(Operators.DROP);
        if (names.isEmpty()) {
            value.problem(YamlCode.BAD_VALUE, "no operator; to release `" + output + "` as it is, write `keep`");
        } else if (alone && names.size() > 1) {
            value.problem(YamlCode.BAD_VALUE, "`keep` and `drop` stand alone; drop one of the operators");
        }
        return names.contains(Operators.DROP)
                ? Optional.empty()
                : Optional.of(new Release(output, draft.source, draft.steps, Names.where(fields.at(output))));
    }

    /** One output field while it is read. */
    private final class Draft {
        private final List<Step> steps = new ArrayList<>();
        private String source;

        Draft(String output) {
            this.source = output;
        }

        void read(YamlValue item) {
            if (!item.isMap()) {
                steps.add(onFields.alone(item));
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
                source = Names.FIELD.read(map, OF);
            } else {
                steps.add(onFields.with(map, key, value));
            }
        }
    }
}
