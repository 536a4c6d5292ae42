package sluice.broker.core.plan.operator.time;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.shape.Slots;

/**
 * {@code time-part: {part: hour, zone: America/Toronto}}: one part of the local date and time, a long. Parts: {@code minute} of the hour,
 * {@code hour} of the day, {@code weekday} (1 Monday to 7 Sunday), {@code day} of the month, {@code month}, {@code year}. Zones are those of
 * the IANA time zone database as the JDK has it, or offsets such as {@code -05:00}; the hour that the clocks repeat in autumn is told twice,
 * the one that they skip never.
 *
 * <p>Label: of a generalisation by the shortest time for which the part stays the same, in seconds; a day in which clocks go forward has 23
 * hours. That the same hour comes every day does not count as coarser, because who gets a record as it comes knows the day. ISO/IEC 20889
 * generalisation.
 */
final class TimePart implements OperatorKind {
    private static final Map<String, Part> PARTS =
            Stream.of(Part.values()).collect(Collectors.toMap(Part::toString, Function.identity()));

    private record Chosen(Part part, ZoneId zone) {}

    @Override
    public String name() {
        return "time-part";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.DEIDENTIFICATION, ValueType.INSTANT);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                chosen(argument).map(chosen -> value -> fit(value, chosen)),
                "`time-part` takes `{part: PART, zone: ZONE}` with a part of "
                        + Stream.of(Part.values()).map(Part::toString).collect(Collectors.joining(", "))
                        + " and a zone such as `America/Toronto`",
                argument);
    }

    @Override
    public List<Argument> remedies(Value value) {
        return Stream.of(Part.values())
                .filter(part -> part.shortestSeconds() >= value.field().coarse().step())
                .map(TimePart::inUtc)
                .toList();
    }

    private static Argument inUtc(Part part) {
        Map<String, Argument> entries = new LinkedHashMap<>();
        entries.put("part", Argument.of(part.toString()));
        entries.put("zone", Argument.of("UTC"));
        return new Argument.Entries(entries);
    }

    private static Optional<Chosen> chosen(Argument argument) {
        boolean isSound = argument.entries().keySet().equals(Set.of("part", "zone"));
        Optional<Part> part = argument.at("part").word().flatMap(word -> Optional.ofNullable(PARTS.get(word)));
        return isSound
                ? part.flatMap(known ->
                        argument.at("zone").word().flatMap(TimePart::zone).map(zone -> new Chosen(known, zone)))
                : Optional.empty();
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Fit fit(Value value, Chosen chosen) {
        ZoneId zone = chosen.zone;
        Part part = chosen.part;
        return value.type() == ValueType.INSTANT
                ? new Fit.Fits(
                        ValueType.LONG,
                        value.generalisedTo(Sameness.shortestSeconds(part, zone, maxAge(value))),
                        (from, i, to, j) -> write(to, j, part.of((Instant) requireNonNull(from.getObject(i)), zone)))
                : new Fit.Unfit("`time-part` takes an instant, got " + value.type());
    }

    /** INVARIANT: of an instant that stood in the same slot nothing is left. */
    private static void write(Slots to, int index, long part) {
        to.setObject(index, null);
        to.setLong(index, part);
    }

    private static Duration maxAge(Value value) {
        return value.setting().stream().accuracy().maxAge();
    }
}
