package sluice.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.Authority;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.Notice;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Policy.Release;
import sluice.broker.core.model.Policy.Step;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Where;
import sluice.broker.core.model.Zone;
import sluice.policy.internal.words.PolicyCode;

class PolicyLoaderTest {
    private static final String CATALOGUE = "catalogue/traffic.yaml";
    private static final String PURPOSES = "purposes/traffic.yaml";
    private static final String POLICY = "policies/corridor.yaml";
    private static final String ZONES = "zones/town.yaml";

    private final City city = new City();

    @Test
    void the_catalogue_is_read_with_labels_limits_and_coarseness() {
        CatalogueStream stream = Objects.requireNonNull(city.set().catalogue().get("traffic.plate"));

        assertThat(stream.fields().values())
                .containsExactly(
                        new CatalogueField("plate", ValueType.TEXT, "", Label.DIRECT, limits(12), Coarseness.NEVER),
                        new CatalogueField(
                                "confidence",
                                ValueType.DOUBLE,
                                "1",
                                Label.NONPERSONAL,
                                new Limits(0, 1, Limits.DEFAULT_MAX_LENGTH),
                                Coarseness.NEVER),
                        new CatalogueField(
                                "segment", ValueType.TEXT, "", Label.NONPERSONAL, Limits.NONE, Coarseness.NEVER),
                        new CatalogueField(
                                "position", ValueType.POINT, "", Label.INDIRECT, Limits.NONE, new Coarseness(500)),
                        new CatalogueField(
                                "observed", ValueType.INSTANT, "", Label.INDIRECT, Limits.NONE, new Coarseness(900)));
        assertThat(stream.accuracy()).isEqualTo(new Accuracy("confidence", 0.85, Duration.ofMinutes(5)));
        assertThat(stream.notice()).isEmpty();
        assertThat(stream.where()).isEqualTo(new Where(CATALOGUE, 1));
    }

    @Test
    void the_sign_at_the_sensor_is_read_and_kept_when_labels_are_raised() {
        CatalogueStream stream = Objects.requireNonNull(
                city.with(CATALOGUE, City.CATALOGUE + "notice: \"a sign at each camera, no. 7\"\n")
                        .set()
                        .catalogue()
                        .get("traffic.plate"));

        assertThat(stream.notice()).isEqualTo("a sign at each camera, no. 7");
        assertThat(stream.raisedTo(Label.DIRECT).notice()).isEqualTo(stream.notice());
    }

    @Test
    void purposes_are_read_lawful_and_prohibited() {
        PolicySet set = city.set();

        assertThat(set.purposes().get("traffic-planning"))
                .isEqualTo(new Purpose.Lawful(
                        "traffic-planning",
                        "",
                        new Authority(Authority.Ground.LAWFULLY_AUTHORISED_ACTIVITY, "by-law 2026-14 s. 3", "direct"),
                        Label.DEIDENTIFIED,
                        List.of(new Notice(
                                "1",
                                Instant.parse("2026-01-01T05:00:00Z"),
                                "we count",
                                "nous comptons",
                                new Notice.Contact("a", "b", "c"),
                                new Where(PURPOSES, 4))),
                        List.of(),
                        new Where(PURPOSES, 1)));
        assertThat(set.purposes().get("advertising"))
                .isEqualTo(new Purpose.Prohibited("advertising", "MFIPPA s. 31", new Where(PURPOSES, 6)));
    }

    @Test
    void a_policy_is_read_with_its_operators_in_order_and_without_what_it_drops() {
        Policy policy = city.set().policies().get(0);

        assertThat(policy.name()).isEqualTo("corridor");
        assertThat(policy.retention()).isEqualTo(Duration.ofDays(30));
        assertThat(policy.releases())
                .containsExactly(
                        release("segment", "segment", 4, new Step("keep", "")),
                        release("observed", "observed", 5, new Step("round-time", "PT15M")),
                        release("zone", "position", 6, new Step("cell", "500")),
                        release("confidence", "confidence", 7, new Step("bucket", "0.1"), new Step("round", "0.5")));
    }

    @Test
    void a_field_can_be_kept_under_another_name() {
        city.replacing(POLICY, "segment: keep", "road: {keep, of: segment}");

        assertThat(city.set().policies().get(0).releases().get(0))
                .isEqualTo(release("road", "segment", 4, new Step("keep", "")));
    }

    @Test
    void the_version_is_the_same_for_the_same_files_and_another_for_any_change() {
        String version = city.set().version();

        assertThat(version).matches("[0-9a-f]{12}").isEqualTo(new City().set().version());
        assertThat(city.replacing(POLICY, "P30D", "P31D").set().version()).isNotEqualTo(version);
    }

    @Test
    void no_files_are_a_sound_set_that_permits_nothing() {
        city.files().clear();

        assertThat(city.set().policies()).isEmpty();
    }

    @Test
    void a_misspelt_purpose_is_named_with_file_line_and_the_one_that_was_meant() {
        city.replacing(POLICY, "purpose: traffic-planning", "purpose: trafic");

        assertThat(city.problems())
                .containsExactly(
                        "`policies/corridor.yaml` line 1: unknown purpose `trafic`; did you mean `traffic-planning`?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stream: traffic.plate | stream: traffic.plates | 1 | unknown stream `traffic.plates`; did you mean `traffic.plate`?",
                "purpose: traffic-planning | purpose: advertising | 1 | purpose `advertising` is prohibited (MFIPPA s. 31) in `purposes/traffic.yaml` line 6",
                "segment: keep | segmnt: keep | 4 | stream `traffic.plate` has no field `segmnt`; did you mean `segment`?",
                "of: position | of: postion | 6 | stream `traffic.plate` has no field `postion`; did you mean `position`?",
                "round-time | roundtime | 5 | unknown operator `roundtime`; did you mean `round-time`?",
                "segment: keep | segment: kepp | 4 | unknown operator `kepp`; did you mean `keep`?",
                "segment: keep | segment: round | 4 | `round` takes a positive number, got nothing",
                "segment: keep | segment: {keep: 5} | 4 | `keep` must be `true` or `false`, got `5`",
                "segment: keep | segment: [keep, drop] | 4 | `keep` and `drop` stand alone; drop one of the operators",
                "segment: keep | segment: {of: segment} | 4 | no operator; to release `segment` as it is, write `keep`",
                "round-time: PT15M | round: PT15M | 5 | `round` takes a positive number, got `PT15M`; did you mean `round-time`?",
                "cell: 500 | cell: -5 | 6 | `cell` takes 1 to 1000000 metres, got `-5`",
                "segment: keep | segment: {mask: {frist: 1}} | 4 | `mask` takes `{first: NUMBER, last: NUMBER}`, up to 64, or nothing, got `{frist: 1}`",
                "segment: keep | segment: {generalise: {a: [x]}} | 4 | `generalise` takes `{GROUP: [VALUE, ...], ..., otherwise: GROUP}`, no value twice, got `{a: [x]}`",
                "segment: keep | segment: {drop: 5} | 4 | `drop` must be `true` or `false`, got `5`",
                "segment: keep | segment: {trim-trip-ends: 300} | 4 | `trim-trip-ends` is no operator for this place; write it under `records`",
                "segment: keep | segment: {sample: 0.1} | 4 | `sample` is no operator for this place; write it under `records`",
                "cell: 500 | zone: {among: [old-twon]} | 6 | the city has no zone `old-twon`; did you mean `old-town`?",
                "fields: | 'records: {round: 5}\nfields:' | 3 | `round` is no operator for this place; write it under `fields`",
                "fields: | 'records: filter\nfields:' | 3 | `filter` takes `{FIELD: CONDITION, ...}` with conditions such as `{atLeast: NUMBER, below: NUMBER}`, `{oneOf: [TEXT, ...]}`, `{noneOf: [TEXT, ...]}`, `{is: true}`, `{in: [ZONE, ...]}` or `{outside: [ZONE, ...]}`, got nothing",
                "fields: | 'records: {smaple: 5}\nfields:' | 3 | unknown operator `smaple`; did you mean `sample`?",
                "fields: | 'records: {sample: 0.5, filter: {position: {in: [old-town]}}}\nfields:' | 3 | one operator for each map; for several, write a list of maps",
                "fields: | 'records: {filter: {position: {in: [moon]}}}\nfields:' | 1 | the city has no zone `moon`; known: `old-town`",
                "cell: 500 | cell: 500, round: 1 | 6 | one operator for each map; for several, write a list of maps",
                "retention: {atMost: P30D} | retention: {atMost: P1M} | 9 | `atMost` must be a positive duration such as `PT15M` or `P30D`, got `P1M`",
                "retention: {atMost: P30D} | retentoin: {atMost: P30D} | 9 | unknown key `retentoin`; did you mean `retention`?",
                "policy: corridor | policy: Corridor! | 1 | `Corridor!` is no name here; write lower-case letters, digits and `-`, for example `traffic-planning`",
                "recipient: sluice.app.planning | recipient: '*' | 2 | `*` is no name here; write the symbolic name of a bundle, for example `sluice.app.planning`, or `sink:` and the name of an exit",
            })
    void a_fault_in_a_policy_is_told_with_its_line_and_help(String old, String fresh, int line, String text) {
        city.replacing(POLICY, old, fresh.replace("\\n", "\n"));

        assertThat(city.problems()).contains("`policies/corridor.yaml` line " + line + ": " + text);
    }

    @Test
    void records_are_held_back_in_the_order_of_the_file_and_arguments_stay_as_written() {
        city.replacing(POLICY, "fields:", """
                records:
                  - filter: {confidence: {atLeast: 0.90}, position: {in: [old-town]}}
                  - sample: {every: 10}
                  - rate-limit: {most: 4, per: PT1H}
                fields:""");

        assertThat(city.set().policies().get(0).records())
                .extracting(Step::toString)
                .containsExactly(
                        "filter {confidence: {atLeast: 0.90}, position: {in: [old-town]}}",
                        "sample {every: 10}",
                        "rate-limit {most: 4, per: PT1H}");
    }

    @Test
    void every_operator_that_the_core_has_can_be_written() {
        city.replacing(POLICY, "  segment: keep\n", """
                  segment: [{generalise: {main: [king, queen], otherwise: main}}, {truncate: 3}, mask]
                  road: {class-of: {a: ["AA 9", XX], otherwise: b}, of: segment}
                  kind: {constant: passage, of: segment}
                  hour: {time-part: {part: hour, zone: America/Toronto}, of: observed}
                  since: {relative-time: {since: observed}, of: observed}
                  sure: {boolean: 0.9, of: confidence}
                  high: {clamp: {atLeast: 0.5}, of: confidence}
                  hash: {geohash: 5, of: position}
                  part: {zone: {otherwise: elsewhere}, of: position}
                  near: [{planar-laplace: 0.01, of: position}, {geofence-redact: {outside: [old-town]}}]
                """);

        assertThat(city.problems()).isEmpty();
        assertThat(city.set().policies().get(0).releases()).hasSize(13);
    }

    @Test
    void zones_are_read_in_the_order_of_the_files_without_a_corner_that_is_repeated() {
        Zone zone = city.set().zones().get(0);

        assertThat(zone.name()).isEqualTo("old-town");
        assertThat(zone.where()).isEqualTo(new Where(ZONES, 1));
        assertThat(zone.ring())
                .containsExactly(
                        new Zone.Corner(43.65, -79.39), new Zone.Corner(43.66, -79.39), new Zone.Corner(43.66, -79.37));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone: old-town | zone: Old Town | 1 | `Old Town` is no name here; write lower-case letters, digits and `-`, for example `traffic-planning`",
                "corners: | corner: | 2 | unknown key `corner`; did you mean `corners`?",
                "[43.66, -79.39] | [43.66] | 4 | `corners` must be pairs `[latitude, longitude]` in degrees, got a list of 1",
                "[43.66, -79.39] | 43.66 | 4 | `corners` must be pairs `[latitude, longitude]` in degrees, got `43.66`",
                "[43.66, -79.39] | [-79.39, 43.66] | 2 | a zone is at most 5 degrees high and wide; is a corner `[latitude, longitude]`?",
                "[43.66, -79.39] | [north, west] | 4 | `corners` must be a number, got `north`",
                "'  - [43.66, -79.39]\n' | '' | 2 | a zone has 3 to 1000 corners, got 2",
            })
    void a_fault_in_a_zone_is_told_with_its_line_and_help(String old, String fresh, int line, String text) {
        city.replacing(ZONES, old.replace("\\n", "\n"), fresh == null ? "" : fresh);

        assertThat(city.problems()).contains("`zones/town.yaml` line " + line + ": " + text);
    }

    @Test
    void a_zone_may_lie_across_the_antimeridian_and_none_may_be_as_large_as_a_country() {
        city.with(ZONES, "zone: old-town\ncorners: [[-17, 179.5], [-16, 179.5], [-16, -179.5]]\n");
        assertThat(city.problems()).isEmpty();
        city.with(ZONES, "zone: old-town\ncorners: [[40, 0], [46, 0], [46, 1]]\n");
        assertThat(city.codes()).containsExactly("bad-value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "label: DIRECT} | label: DIRCT} | 3 | unknown label `DIRCT`; did you mean `DIRECT`?",
                "type: instant | type: instnat | 7 | unknown type `instnat`; did you mean `instant`?",
                "range: [0, 1] | range: [1, 0] | 4 | a range is `[least, greatest]`",
                "range: [0, 1] | range: [0] | 4 | `range` must be `[least, greatest]`, got a list of 1",
                "range: [0, 1] | range: [0, x] | 4 | `range` must be a number, got `x`",
                "maxLength: 12 | maxLength: 0 | 3 | `maxLength` must be a whole number from 1 to 65536, got `0`",
                "maxLength: 12 | range: [0, 1] | 3 | a `text` has no range; only numbers have",
                "'range: [0, 1]' | maxLength: 3 | 4 | a `double` has no length; only texts and lists have",
                "deidentifiedAt: PT15M | deidentifiedAt: 900 | 7 | `deidentifiedAt` must be a positive duration such as `PT15M` or `P30D`, got `900`",
                "maxLength: 12 | deidentifiedAt: 1.5 | 3 | of a text `deidentifiedAt` is how many values are told as one, at least 2",
                "'type: text, maxLength: 12' | 'type: boolean, deidentifiedAt: 5' | 3 | no operator makes a `boolean` coarser; leave `deidentifiedAt` out",
                "confidence: 0.85 | confidnce: 0.85 | 8 | unknown field `confidnce`; did you mean `confidence`?",
                "confidence: 0.85 | segment: 0.85 | 8 | `segment` is a `text`; a confidence is a number",
                "confidence: 0.85 | confidence: 85 | 8 | `confidence` never reaches this; its range is 0.0 to 1.0",
                "stream: traffic.plate | strem: traffic.plate | 1 | unknown key `strem`; did you mean `stream`?",
            })
    void a_fault_in_the_catalogue_is_told_with_its_line_and_help(String old, String fresh, int line, String text) {
        city.replacing(CATALOGUE, old, fresh);

        assertThat(city.problems()).contains("`catalogue/traffic.yaml` line " + line + ": " + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ground: lawfully-authorised-activity | ground: lawfully-authorized-activity | 2 | unknown ground `lawfully-authorized-activity`; did you mean `lawfully-authorised-activity`?",
                "ceiling: DEIDENTIFIED | ceiling: LOW | 3 | unknown label `LOW`; known: `AGGREGATE`, `DEIDENTIFIED`, `DIRECT`, `INDIRECT`, `NONPERSONAL`, `PSEUDONYMOUS`",
                "ceiling: DEIDENTIFIED | prohibited: yes | 2 | unknown key `authority`; known: `parent`, `prohibited`, `purpose`",
                "', manner: direct' | '' | 2 | key `manner` is missing",
            })
    void a_fault_in_a_purpose_is_told_with_its_line_and_help(String old, String fresh, int line, String text) {
        city.replacing(PURPOSES, old, fresh == null ? "" : fresh);

        assertThat(city.problems()).contains("`purposes/traffic.yaml` line " + line + ": " + text);
    }

    @Test
    void faults_of_all_files_are_told_at_once() {
        city.replacing(CATALOGUE, "label: DIRECT}", "label: DIRCT}")
                .replacing(PURPOSES, "ceiling", "celing")
                .replacing(POLICY, "keep", "kepp");

        assertThat(city.problems()).hasSizeGreaterThanOrEqualTo(3).anyMatch(text -> text.startsWith("`catalogue/"));
        assertThat(city.problems()).anyMatch(text -> text.startsWith("`purposes/"));
        assertThat(city.problems()).anyMatch(text -> text.startsWith("`policies/"));
    }

    @Test
    void two_policies_for_one_stream_purpose_and_recipient_are_refused() {
        city.with("policies/zz.yaml", City.POLICY.replace("policy: corridor", "policy: second"));

        assertThat(city.problems())
                .containsExactly("`policies/zz.yaml` line 1: policy `corridor` in `policies/corridor.yaml` line 1"
                        + " permits the same stream, purpose and recipient; make one of the two");
    }

    @Test
    void names_are_unique_across_files() {
        city.with("catalogue/z.yaml", City.CATALOGUE)
                .with("purposes/z.yaml", City.PURPOSE)
                .with("policies/z.yaml", City.POLICY);

        assertThat(city.codes()).containsOnly(PolicyCode.DUPLICATE_NAME).hasSize(4);
        assertThat(city.problems())
                .contains("`catalogue/z.yaml` line 1: another stream is named `traffic.plate`, in"
                        + " `catalogue/traffic.yaml` line 1");
    }

    @Test
    void a_policy_that_releases_nothing_is_refused() {
        city.with(POLICY, """
                policy: corridor
                permit: {stream: traffic.plate, purpose: traffic-planning, recipient: sluice.app.planning}
                fields: {plate: drop}
                retention: {atMost: P30D}
                """);

        assertThat(city.problems())
                .containsExactly(
                        "`policies/corridor.yaml` line 3: a policy that releases nothing permits nothing; leave it out");
    }

    @Test
    void a_stream_of_thirty_three_fields_is_refused() {
        StringBuilder stream = new StringBuilder("stream: wide\nfields:\n");
        for (int i = 0; i < 33; i++) {
            stream.append("  f").append(i).append(": {type: long, label: NONPERSONAL}\n");
        }

        assertThat(city.with("catalogue/wide.yaml", stream.toString()).codes())
                .containsExactly(PolicyCode.TOO_MANY_FIELDS);
    }

    /** The guard against a file that means more than it shows. */
    @Test
    void aliases_tags_and_duplicate_keys_make_the_set_faulty() {
        assertThat(new City()
                        .replacing(POLICY, "segment: keep", "segment: &k keep")
                        .codes())
                .containsExactly("yaml-alias");
        assertThat(new City()
                        .replacing(POLICY, "segment: keep", "segment: !!str keep")
                        .codes())
                .containsExactly("yaml-tag");
        assertThat(new City()
                        .replacing(POLICY, "segment: keep", "segment: keep\n  segment: drop")
                        .codes())
                .containsExactly("duplicate-key");
    }

    private static Limits limits(int maxLength) {
        return new Limits(Limits.NONE.minimum(), Limits.NONE.maximum(), maxLength);
    }

    private static Release release(String output, String field, int line, Step... steps) {
        return new Release(output, field, List.of(steps), new Where(POLICY, line));
    }
}
