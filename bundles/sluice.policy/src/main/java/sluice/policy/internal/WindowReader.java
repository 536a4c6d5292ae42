package sluice.policy.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sluice.broker.core.model.EpochRule;
import sluice.broker.core.model.PrivacyLoss;
import sluice.broker.core.model.Window;
import sluice.broker.core.words.OperatorWords;
import sluice.yaml.YamlCode;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/** Reads {@code release:} of a policy: windows instead of single records. Its form was checked by the schema. */
final class WindowReader {
    private static final Map<String, Integer> THRESHOLDS = thresholds();

    private final OperatorWords words;

    WindowReader(OperatorWords words) {
        this.words = words;
    }

    private static Map<String, Integer> thresholds() {
        Map<String, Integer> thresholds = new LinkedHashMap<>();
        thresholds.put("k11", 11);
        thresholds.put("k15", 15);
        thresholds.put("k20", 20);
        return thresholds;
    }

    /** {@link Window#NONE} if a policy has none. */
    Window read(YamlMap document) {
        return document.value("release").map(YamlValue::map).map(this::window).orElse(Window.NONE);
    }

    private Window window(YamlMap release) {
        Window window = new Window(
                release.duration("window"),
                release.value("lateness").map(YamlValue::duration).orElse(Window.LATENESS),
                release.value("idle").map(YamlValue::duration).orElse(Window.IDLE),
                release.optionalText("distinct"),
                release.has("atLeast")
                        ? release.choice("atLeast", "threshold", THRESHOLDS).orElse(1)
                        : 1,
                release.value("groupsPerSubject").map(WindowReader::whole).orElse(Window.GROUPS_PER_SUBJECT),
                release.value("diverse")
                        .map(YamlValue::map)
                        .map(WindowReader::diversity)
                        .orElse(Window.Diversity.NONE),
                release.value("noise")
                        .map(YamlValue::map)
                        .flatMap(WindowReader::noise)
                        .orElse(Window.Noise.NONE));
        words.fault(window).ifPresent(fault -> release.problem(YamlCode.BAD_VALUE, "window", fault));
        return window;
    }

    private static int whole(YamlValue value) {
        return (int) Math.max(1, value.number());
    }

    private static Window.Diversity diversity(YamlMap map) {
        return new Window.Diversity(map.text("field"), (int) map.number("atLeast"));
    }

    /** Empty if a problem was noted. */
    private static Optional<Window.Noise> noise(YamlMap map) {
        Duration length = map.duration("epoch");
        Optional<EpochRule> epoch = EpochRule.of(length, map.text("zone"));
        if (epoch.isEmpty()) {
            map.problem(
                    YamlCode.BAD_VALUE,
                    "epoch",
                    "an epoch is a minute or more and less than a day, or 1 to 366 whole days, in a time zone such as"
                            + " `America/Toronto`");
        }
        return epoch.flatMap(rule ->
                loss(map).flatMap(loss -> loss(map.map("budget")).map(budget -> new Window.Noise(loss, budget, rule))));
    }

    private static Optional<PrivacyLoss> loss(YamlMap map) {
        String delta = map.optionalText("delta");
        try {
            return Optional.of(PrivacyLoss.of(map.text("epsilon"), delta.isEmpty() ? "0" : delta));
        } catch (ArithmeticException | NumberFormatException notExact) {
            map.problem(YamlCode.BAD_VALUE, "epsilon", "`epsilon` has at most 6 decimal places, `delta` at most 12");
            return Optional.empty();
        }
    }
}
