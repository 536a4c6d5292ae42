package sluice.policy.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.PolicyCondition;
import sluice.policy.internal.words.PolicyCode;
import sluice.yaml.Say;
import sluice.yaml.YamlCode;
import sluice.yaml.YamlMap;

/** Reads the conditions of a policy, which its schema found sound. */
final class ConditionReader {
    private static final String ZONE = "zone";
    private static final String FIELD = "field";

    private final Map<String, Schedule> schedules;

    ConditionReader(Map<String, Schedule> schedules) {
        this.schedules = schedules;
    }

    List<PolicyCondition> read(YamlMap document) {
        return document.value("conditions")
                .map(value -> value.items().stream()
                        .flatMap(item -> condition(item.map()).stream())
                        .toList())
                .orElse(List.of());
    }

    private Optional<PolicyCondition> condition(YamlMap map) {
        Set<String> kinds = new LinkedHashSet<>(map.keys());
        kinds.remove(FIELD);
        if (kinds.size() != 1 || map.has(FIELD) != map.has(ZONE)) {
            map.asValue()
                    .problem(
                            YamlCode.BAD_VALUE,
                            "one condition for each map, for example `{agreement: NAME}`, or `{zone: NAME, field: NAME}`;"
                                    + " for several, write several");
            return Optional.empty();
        }
        String kind = kinds.iterator().next();
        String name = map.text(kind);
        return switch (kind) {
            case "agreement" -> Optional.of(new PolicyCondition.Agreement(name));
            case "assessment" -> Optional.of(new PolicyCondition.Assessment(name));
            case ZONE -> Optional.of(new PolicyCondition.InZone(map.text(FIELD), name));
            case "opt-out" -> Optional.of(new PolicyCondition.NotOptedOut(name));
            default -> hours(map, name);
        };
    }

    private Optional<PolicyCondition> hours(YamlMap map, String name) {
        Schedule schedule = schedules.get(name);
        if (schedule == null) {
            map.problem(
                    PolicyCode.UNKNOWN_SCHEDULE,
                    "schedule",
                    "unknown schedule " + Say.quote(name) + Say.didYouMean(name, schedules.keySet()));
            return Optional.empty();
        }
        return Optional.of(schedule.hours());
    }
}
