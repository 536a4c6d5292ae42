package sluice.policy.internal;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sluice.broker.core.model.PolicyCondition.Hours;
import sluice.broker.core.model.Where;
import sluice.policy.internal.words.Names;
import sluice.policy.internal.words.Words;
import sluice.yaml.YamlMap;

/**
 * Hours with a name: one document of {@code schedules/}.
 *
 * @param name its name
 * @param hours which they are
 * @param where file and line
 */
record Schedule(String name, Hours hours, Where where) {
    private static final Map<String, DayOfWeek> DAYS =
            Words.of(DayOfWeek.values(), day -> day.name().toLowerCase(Locale.ROOT));

    /** The schema found the document sound. */
    static Optional<Schedule> read(YamlMap document) {
        Set<DayOfWeek> days = document.list("days").stream()
                .flatMap(day -> Optional.ofNullable(DAYS.get(day.text())).stream())
                .collect(Collectors.toSet());
        LocalTime from = LocalTime.parse(document.text("from"));
        LocalTime to = LocalTime.parse(document.text("to"));
        return Names.timeZone(document, "timeZone")
                .map(zone -> new Schedule(
                        document.text("schedule"),
                        new Hours(days, from, to, zone),
                        Names.where(document.at("schedule"))));
    }
}
