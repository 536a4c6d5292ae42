package sluice.policy.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import sluice.broker.core.model.Argument;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/** What stands behind an operator's name, as the core takes it: words stay as written. */
final class Arguments {
    private Arguments() {}

    static Argument of(YamlValue value) {
        if (value.isMap()) {
            return of(value.map());
        }
        if (value.isList()) {
            return new Argument.Items(value.items().stream().map(Arguments::of).toList());
        }
        return value.isAbsent() ? Argument.NONE : Argument.of(value.text());
    }

    private static Argument of(YamlMap map) {
        Map<String, Argument> entries = new LinkedHashMap<>();
        for (String key : map.keys()) {
            map.value(key).ifPresent(value -> entries.put(key, of(value)));
        }
        return new Argument.Entries(entries);
    }
}
