package sluice.broker.core.plan.operator;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Value;

/** What operators take, and what they do to a label. */
final class OperatorLabelTest {
    private static final Map<String, List<String>> ARGUMENTS = Map.ofEntries(
            entry("keep", List.of("")),
            entry("constant", List.of("1", "true", "none")),
            entry("round", List.of("1", "1e300")),
            entry("bucket", List.of("1", "1e300")),
            entry("clamp", List.of("{atLeast: 0, atMost: 100}")),
            entry("boolean", List.of("50")),
            entry("mask", List.of("", "{last: 2}")),
            entry("truncate", List.of("1")),
            entry("generalise", List.of("{light: [car, van], heavy: [truck, bus], otherwise: heavy}")),
            entry("class-of", List.of("{passenger: [AAAA999], otherwise: other}")),
            entry("round-time", List.of("PT1S", "P1D")),
            entry("time-part", List.of("{part: minute, zone: UTC}", "{part: year, zone: America/Toronto}")),
            entry("relative-time", List.of("{since: started}")),
            entry("cell", List.of("1", "1000000")),
            entry("geohash", List.of("1", "12")),
            entry("zone", List.of("", "{among: [harbour], otherwise: elsewhere}")),
            entry("planar-laplace", List.of("0.0001", "1")),
            entry("geofence-redact", List.of("{in: [old-town]}", "{outside: [harbour, old-town]}")),
            entry("pseudonym", List.of("{scope: city, epoch: P1D}", "{scope: sensor, epoch: PT1M, midnightIn: UTC}")),
            entry("trip-pseudonym", List.of("{scope: city, gap: PT10S}", "{scope: sensor, gap: P1D}")),
            entry("mac-kind", List.of("")));

    /** These say nothing of the identifier itself. */
    private static final Set<String> LOWER_DIRECT =
            Set.of("constant", "class-of", "mac-kind", "pseudonym", "trip-pseudonym");

    @Test
    void every_operator_is_tried_here() {
        assertThat(new Operators().names()).containsExactlyInAnyOrderElementsOf(ARGUMENTS.keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "INDIRECT, round, DOUBLE, 10, 10, DEIDENTIFIED",
        "INDIRECT, round, DOUBLE, 9.9, 10, INDIRECT",
        "INDIRECT, bucket, LONG, 11, 10, DEIDENTIFIED",
        "INDIRECT, cell, POINT, 500, 500, DEIDENTIFIED",
        "INDIRECT, cell, POINT, 499, 500, INDIRECT",
        "INDIRECT, round-time, INSTANT, PT15M, 900, DEIDENTIFIED",
        "INDIRECT, round-time, INSTANT, PT14M59S, 900, INDIRECT",
        "INDIRECT, round-time, DURATION, PT1M, 60, DEIDENTIFIED",
        "INDIRECT, keep, TEXT, '', 1e-300, INDIRECT",
        "DIRECT, constant, TEXT, x, 1e-300, NONPERSONAL",
        "INDIRECT, clamp, LONG, '{atLeast: 3, atMost: 3}', 1, INDIRECT",
        "INDIRECT, mask, TEXT, '', 1, INDIRECT",
        "INDIRECT, truncate, TEXT, 1, 1, INDIRECT",
        "INDIRECT, generalise, TEXT, '{a: [x, y], b: [u, v, w], otherwise: b}', 2, DEIDENTIFIED",
        "INDIRECT, generalise, TEXT, '{a: [x, y], b: [u, v, w], otherwise: b}', 3, INDIRECT",
        "INDIRECT, generalise, TEXT, '{a: [x, y], b: [u, v, w], otherwise: c}', 2, INDIRECT",
        "DIRECT, generalise, TEXT, '{a: [x, y], otherwise: a}', 2, DIRECT",
        "DIRECT, class-of, TEXT, '{a: [AAA 999], b: [\"99\"], otherwise: c}', 100, DEIDENTIFIED",
        "DIRECT, class-of, TEXT, '{a: [AAA 999], b: [\"99\"], otherwise: c}', 101, DIRECT",
        "PSEUDONYMOUS, class-of, TEXT, '{a: [AAA 999], otherwise: c}', 1000, DEIDENTIFIED",
        "NONPERSONAL, class-of, TEXT, '{a: [AAA 999], otherwise: c}', 1000, NONPERSONAL",
        "INDIRECT, time-part, INSTANT, '{part: hour, zone: America/Toronto}', 3600, DEIDENTIFIED",
        "INDIRECT, time-part, INSTANT, '{part: hour, zone: America/Toronto}', 3601, INDIRECT",
        "INDIRECT, time-part, INSTANT, '{part: weekday, zone: America/Toronto}', 82800, DEIDENTIFIED",
        "INDIRECT, time-part, INSTANT, '{part: weekday, zone: America/Toronto}', 82801, INDIRECT",
        "INDIRECT, time-part, INSTANT, '{part: weekday, zone: UTC}', 86400, DEIDENTIFIED",
        "INDIRECT, time-part, INSTANT, '{part: hour, zone: Australia/Lord_Howe}', 1800, DEIDENTIFIED",
        "INDIRECT, time-part, INSTANT, '{part: hour, zone: Australia/Lord_Howe}', 1801, INDIRECT",
        "INDIRECT, relative-time, INSTANT, '{since: started}', 1, INDIRECT",
        "NONPERSONAL, relative-time, INSTANT, '{since: started}', 1, PSEUDONYMOUS",
        "INDIRECT, geohash, POINT, 5, 1800, DEIDENTIFIED",
        "INDIRECT, geohash, POINT, 5, 1900, INDIRECT",
        "INDIRECT, zone, POINT, '', 780, DEIDENTIFIED",
        "INDIRECT, zone, POINT, '', 806, INDIRECT",
        "INDIRECT, planar-laplace, POINT, 0.0001, 1, INDIRECT",
        "INDIRECT, geofence-redact, POINT, '{in: [old-town]}', 1, INDIRECT",
        "DIRECT, mac-kind, TEXT, '', 7e13, DEIDENTIFIED",
        "DIRECT, mac-kind, TEXT, '', 7.1e13, DIRECT",
        "DIRECT, pseudonym, TEXT, '{scope: city, epoch: P1D}', 1, PSEUDONYMOUS",
        "INDIRECT, pseudonym, TEXT, '{scope: city, epoch: P1D}', 1, PSEUDONYMOUS",
        "AGGREGATE, pseudonym, TEXT, '{scope: city, epoch: P1D}', 1, AGGREGATE",
        "DIRECT, trip-pseudonym, TEXT, '{scope: city, gap: PT10M}', 1, PSEUDONYMOUS",
        "PSEUDONYMOUS, round, DOUBLE, 10, 10, PSEUDONYMOUS",
        "NONPERSONAL, round, DOUBLE, 10, 10, NONPERSONAL",
    })
    void an_indirect_identifier_is_de_identified_from_the_citys_coarseness_on_and_nothing_else_changes(
            Label label, String operator, ValueType type, String argument, double coarse, Label expected) {
        Value value = Applied.value(type, label, new Coarseness(coarse));
        assertThat(labelOf(Applied.fit(operator, argument, value))).isEqualTo(expected);
    }

    /** A plate stays a plate, whatever is done to it and however low the city's threshold. */
    @ParameterizedTest
    @EnumSource(ValueType.class)
    void no_operator_lowers_a_direct_identifier_that_tells_anything_of_it(ValueType type) {
        Value value = Applied.value(type, Label.DIRECT, new Coarseness(Double.MIN_VALUE));
        assertThat(fitting(value, LOWER_DIRECT))
                .isNotEmpty()
                .allSatisfy(fit -> assertThat(fit.label()).isEqualTo(Label.DIRECT));
    }

    @ParameterizedTest
    @EnumSource(ValueType.class)
    void without_a_threshold_of_the_citys_no_coarseness_is_enough(ValueType type) {
        Value value = Applied.value(type, Label.INDIRECT, Coarseness.NEVER);
        assertThat(fitting(value, Set.of("constant", "pseudonym", "trip-pseudonym")))
                .isNotEmpty()
                .allSatisfy(fit -> assertThat(fit.label()).isEqualTo(Label.INDIRECT));
    }

    /** What comes second works on steps that are not the field's own: see {@link Value}. */
    @ParameterizedTest
    @EnumSource(ValueType.class)
    void only_the_first_operator_lowers_a_label_and_none_raises_one(ValueType type) {
        for (Label label : Label.values()) {
            Value raw = Applied.value(type, label, new Coarseness(Double.MIN_VALUE));
            Value second = raw.after(new OperatorKind.Fit.Fits(type, label, (from, i, to, j) -> {}));
            assertThat(fitting(second, Set.of()))
                    .isNotEmpty()
                    .allSatisfy(fit -> assertThat(fit.label()).isEqualTo(label));
            assertThat(fitting(raw, Set.of("relative-time")))
                    .allSatisfy(fit -> assertThat(fit.label().isAbove(label)).isFalse());
        }
    }

    /** The narrower side of a threshold within the range counts: beyond 245 of 250 there are few. */
    @ParameterizedTest
    @CsvSource({
        "100, DEIDENTIFIED",
        "10, DEIDENTIFIED",
        "9.9, INDIRECT",
        "240, DEIDENTIFIED",
        "245, INDIRECT",
        "0, INDIRECT",
        "-20, INDIRECT",
        "300, INDIRECT"
    })
    void a_threshold_near_an_end_of_the_range_de_identifies_nobody(String threshold, Label expected) {
        Value value = Applied.value(ValueType.LONG, Label.INDIRECT, new Coarseness(10), new Limits(0, 250, 1));
        assertThat(labelOf(Applied.fit("boolean", threshold, value))).isEqualTo(expected);
    }

    /** Each is true: tried on the value, it gives what was asked for. */
    @ParameterizedTest
    @EnumSource(
            value = ValueType.class,
            names = {"LONG", "DOUBLE", "INSTANT", "DURATION", "POINT"})
    void what_can_be_coarsened_has_a_remedy(ValueType type) {
        Value value = Applied.value(type, Label.INDIRECT, new Coarseness(780));
        List<Label> labels = new ArrayList<>();
        for (String name : new Operators().names()) {
            OperatorKind kind = new Operators().named(name).orElseThrow();
            kind.remedies(value).forEach(argument -> {
                OperatorKind.Fit fit =
                        kind.parse(argument).sound().orElseThrow().fit(value);
                if (fit instanceof OperatorKind.Fit.Fits fits) {
                    labels.add(fits.label());
                }
            });
        }
        assertThat(labels).isNotEmpty().containsOnly(Label.DEIDENTIFIED);
    }

    @ParameterizedTest
    @CsvSource({
        "keep, TEXT, 1",
        "round, DOUBLE, ''",
        "round, DOUBLE, 0",
        "round, DOUBLE, -1",
        "round, DOUBLE, NaN",
        "round, DOUBLE, 1e400",
        "round, DOUBLE, 1e-400",
        "round, LONG, 0.5",
        "round, LONG, 1e19",
        "round, TEXT, 1",
        "bucket, INSTANT, 900",
        "bucket, DOUBLES, 1",
        "cell, POINT, 0.5",
        "cell, POINT, 1000001",
        "cell, POINT, north",
        "cell, DOUBLE, 500",
        "round-time, INSTANT, PT0.5S",
        "round-time, INSTANT, PT1.5S",
        "round-time, INSTANT, PT0S",
        "round-time, INSTANT, -PT15M",
        "round-time, INSTANT, PT24H1S",
        "round-time, INSTANT, 900",
        "round-time, LONG, PT15M",
        "constant, TEXT, '[a]'",
        "constant, TEXT, ''",
        "clamp, LONG, 5",
        "clamp, LONG, '{atLeast: 5, atMost: 4}'",
        "clamp, LONG, '{atLeast: 0.5}'",
        "clamp, LONG, '{least: 5}'",
        "clamp, DOUBLE, '{}'",
        "clamp, TEXT, '{atLeast: 5}'",
        "boolean, DOUBLE, ''",
        "boolean, TEXT, 5",
        "mask, TEXT, 3",
        "mask, TEXT, '{first: -1}'",
        "mask, TEXT, '{first: 0.5}'",
        "mask, TEXT, '{left: 1}'",
        "mask, LONG, ''",
        "truncate, TEXT, 0",
        "truncate, TEXT, 1e9",
        "truncate, TEXTS, 1",
        "generalise, TEXT, '{a: [x]}'",
        "generalise, TEXT, '{a: [x], b: [x], otherwise: a}'",
        "generalise, TEXT, '{otherwise: a}'",
        "generalise, TEXT, '{a: [], otherwise: a}'",
        "generalise, TEXT, '{a: [[x]], otherwise: a}'",
        "generalise, LONG, '{a: [1], otherwise: a}'",
        "class-of, TEXT, '{a: [ABC], otherwise: a}'",
        "class-of, TEXT, '{a: [AXA], b: [A9A], otherwise: a}'",
        "class-of, LONG, '{a: [AAA], otherwise: a}'",
        "time-part, INSTANT, hour",
        "time-part, INSTANT, '{part: hour}'",
        "time-part, INSTANT, '{part: second, zone: UTC}'",
        "time-part, INSTANT, '{part: hour, zone: America/Tronto}'",
        "time-part, LONG, '{part: hour, zone: UTC}'",
        "relative-time, INSTANT, started",
        "relative-time, LONG, '{since: started}'",
        "geohash, POINT, 0",
        "geohash, POINT, 13",
        "geohash, TEXT, 5",
        "zone, POINT, old-town",
        "zone, POINT, '{among: []}'",
        "zone, POINT, '{otherwise: [a]}'",
        "zone, TEXT, ''",
        "planar-laplace, POINT, 0",
        "planar-laplace, POINT, 0.00009",
        "planar-laplace, POINT, 1.1",
        "planar-laplace, POINT, NaN",
        "planar-laplace, LONG, 0.1",
        "geofence-redact, POINT, ''",
        "geofence-redact, POINT, '{in: [old-town], outside: [harbour]}'",
        "geofence-redact, TEXT, '{in: [old-town]}'",
        "pseudonym, TEXT, ''",
        "pseudonym, TEXT, '{scope: city}'",
        "pseudonym, TEXT, '{scope: country, epoch: P1D}'",
        "pseudonym, TEXT, '{scope: city, epoch: P1D, of: place}'",
        "pseudonym, TEXT, '{scope: zone, epoch: P1D}'",
        "pseudonym, TEXT, '{scope: city, epoch: PT36H}'",
        "pseudonym, TEXT, '{scope: city, epoch: PT30S}'",
        "pseudonym, TEXT, '{scope: city, epoch: P367D}'",
        "pseudonym, TEXT, '{scope: city, epoch: P1D, midnightIn: Atlantis}'",
        "pseudonym, TEXT, '{scope: city, epoch: P1D, key: mine}'",
        "pseudonym, LONG, '{scope: city, epoch: P1D}'",
        "trip-pseudonym, TEXT, '{scope: city}'",
        "trip-pseudonym, TEXT, '{scope: city, gap: PT9S}'",
        "trip-pseudonym, TEXT, '{scope: city, gap: PT24H1S}'",
        "trip-pseudonym, TEXT, '{scope: city, gap: PT1M, epoch: P1D}'",
        "trip-pseudonym, POINT, '{scope: city, gap: PT1M}'",
        "mac-kind, TEXT, global",
        "mac-kind, LONG, ''",
    })
    void what_makes_no_sense_does_not_fit_and_says_why(String operator, ValueType type, String argument) {
        Value value = Applied.value(type, Label.INDIRECT, Coarseness.NEVER);
        assertThat(Applied.fit(operator, argument, value))
                .isInstanceOfSatisfying(
                        OperatorKind.Fit.Unfit.class,
                        unfit -> assertThat(unfit.why()).startsWith("`" + operator + "` takes "));
    }

    @ParameterizedTest
    @CsvSource({
        "zone, '{among: [old-twon]}', 'the city has no zone `old-twon`'",
        "geofence-redact, '{in: [moon]}', 'the city has no zone `moon`'",
    })
    void a_zone_that_is_not_on_the_map_does_not_fit(String operator, String argument, String why) {
        Value value = Applied.value(ValueType.POINT, Label.INDIRECT, Coarseness.NEVER);
        assertThat(Applied.fit(operator, argument, value)).isEqualTo(new OperatorKind.Fit.Unfit(why));
    }

    @ParameterizedTest
    @CsvSource({"field, LONG", "nowhere, INSTANT", "moved, INSTANT"})
    void time_is_relative_to_another_instant_of_the_stream_only(String since, ValueType type) {
        Value value = Applied.value(type, Label.INDIRECT, Coarseness.NEVER);
        Value second = value.after(new OperatorKind.Fit.Fits(type, Label.INDIRECT, (from, i, to, j) -> {}));
        String field = since.equals("moved") ? "started" : since;
        assertThat(Applied.fit("relative-time", "{since: " + field + "}", since.equals("moved") ? second : value))
                .isInstanceOf(OperatorKind.Fit.Unfit.class);
    }

    @ParameterizedTest
    @CsvSource({"LONG, 0.5", "LONG, 1e30", "LONG, many", "DOUBLE, many", "BOOLEAN, 1", "POINT, x", "TEXTS, x"})
    void a_constant_has_to_be_of_the_fields_type(ValueType type, String argument) {
        Value value = Applied.value(type, Label.INDIRECT, Coarseness.NEVER);
        assertThat(Applied.fit("constant", argument, value))
                .isInstanceOfSatisfying(
                        OperatorKind.Fit.Unfit.class,
                        unfit -> assertThat(unfit.why()).startsWith("`constant` can not make"));
    }

    private static List<OperatorKind.Fit.Fits> fitting(Value value, Set<String> without) {
        List<OperatorKind.Fit.Fits> fitting = new ArrayList<>();
        ARGUMENTS.forEach((operator, arguments) -> arguments.forEach(argument -> {
            if (!without.contains(operator)
                    && Applied.fit(operator, argument, value) instanceof OperatorKind.Fit.Fits fits) {
                fitting.add(fits);
            }
        }));
        return fitting;
    }

    private static Label labelOf(OperatorKind.Fit fit) {
        return ((OperatorKind.Fit.Fits) fit).label();
    }
}
