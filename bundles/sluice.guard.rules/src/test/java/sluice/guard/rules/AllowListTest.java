package sluice.guard.rules;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list as published data, and its versions. */
final class AllowListTest {
    @TempDir
    private Path folder;

    @Test
    void the_newest_list_is_found_by_its_number() {
        AllowList current = AllowList.current();
        assertThat(AllowList.version(current.version())).containsSame(current);
        assertThat(AllowList.version(current.version() + 1)).isEmpty();
        assertThat(AllowList.version(0)).isEmpty();
    }

    @Test
    void every_line_has_its_reason() {
        assertThat(AllowList.current().text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
                .hasSizeGreaterThan(500)
                .allMatch(line -> line.matches(".+ # \\S.{4,}"));
    }

    /** A vendor who kept to the list before keeps to this one: it never takes away what its predecessor gave. */
    @Test
    void a_list_keeps_what_the_one_before_allowed() {
        AllowList current = AllowList.current();
        AllowList.version(current.version() - 1).ifPresent(before -> {
            assertThat(current.lines().types().keySet())
                    .containsAll(before.lines().types().keySet());
            assertThat(current.lines().members()).containsAll(before.lines().members());
            assertThat(before.lines().denied().keySet())
                    .containsAll(current.lines().denied().keySet());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type java.lang.String",
                "type java.lang.String # a\ntype java.lang.String # b",
                "maybe java.lang.String # a",
                "deny java.lang.String.intern() -> x # a",
                "type # a"
            })
    void a_line_that_makes_no_sense_is_a_bug(String text) {
        assertThatThrownBy(() -> AllowList.of(9, text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("allow-list: ");
    }

    @Test
    void an_open_types_denied_member_is_denied_through_every_type() {
        AllowList list =
                AllowList.of(9, "open a.A # r\ndeny a.A.f(int[],a.A) -> g # r\ntype a.B # r\ndeny a.B.h -> i # r");
        assertThat(list.inherited("f", "([ILa/A;)")).contains(new AllowList.Denial("member-denied", "g"));
        assertThat(list.inherited("f", "()")).isEmpty();
        assertThat(list.inherited("h", "()")).isEmpty();
        assertThat(list.member("a/B", "h", "(Z)")).contains(new AllowList.Denial("member-denied", "i"));
    }

    /** The rules do not change while the newest list is 1; this is how they will work when it is 4. */
    @ParameterizedTest
    @CsvSource({"4, ''", "3, ''", "0, ''", "2, allow-list-too-old", "1, allow-list-too-old", "5, allow-list-too-new"})
    void this_list_and_the_one_before_are_accepted(int stated, String rule) {
        assertThat(Versions.ofList(stated, 4).map(Fault::rule).orElse("")).isEqualTo(rule);
    }

    /** Served are the API's major version n = 3 and n - 1 = 2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[3.0,4) | ''",
                "[2.0,3) | ''",
                "[2.7,3) | ''",
                "[2,3.0.0) | ''",
                "2.1 | ''",
                "'' | ''",
                "[1.0,3) | ''",
                "[1.0,2) | api-too-old",
                "[1.0,2.0) | api-too-old",
                "[4.0,5) | api-too-new",
                "4.0 | api-too-new",
                "[1.5,1.9] | api-too-old",
                "nonsense | api-too-new"
            })
    void an_api_and_the_one_before_are_accepted(String range, String rule) {
        assertThat(Versions.ofApi("sluice.driver.spi", range, Set.of(2, 3))
                        .map(Fault::rule)
                        .orElse(""))
                .isEqualTo(rule);
    }

    @Test
    void a_bundle_that_was_checked_against_a_list_to_come_is_refused_as_such() {
        JarScan.Report report = new GuestJar().header("Sluice-Allow-List", "2").scan(folder);
        assertThat(report.checkedAgainst()).isEqualTo(2);
        assertThat(report.faults())
                .containsExactly(new Fault(
                        "MANIFEST", "Sluice-Allow-List 2", "allow-list-too-new", "a platform that has list 2"));
    }

    @Test
    void a_bundle_that_says_nothing_is_scanned_like_every_other() {
        JarScan.Report report = new GuestJar().without("Sluice-Allow-List").scan(folder);
        assertThat(report.checkedAgainst()).isZero();
        assertThat(report.faults()).isEmpty();
    }

    @Test
    void a_bundle_for_an_api_to_come_is_refused_as_such() {
        assertThat(new GuestJar()
                        .header("Import-Package", "sluice.driver.spi;version=\"[2.0,3)\"")
                        .scan(folder)
                        .faults())
                .extracting(Fault::rule)
                .containsExactly("api-too-new");
    }

    /** A driver's binary that was compiled against the API before it grew goes on being accepted; it is compiled here against both. */
    @Test
    void a_driver_of_the_api_before_is_accepted_beside_one_of_today() {
        String driver =
                "package my.driver; public class D implements java.util.function.Supplier<Object> { public Object get() {"
                        + " sluice.driver.spi.Tools tools = null; return tools == null ? 0 : tools.%s; } }";
        String before = "package sluice.driver.spi; public interface Tools { java.time.InstantSource clock(); }";
        byte[] old = requireNonNull(
                Compiler.compile(Map.of("sluice.driver.spi.Tools", before, "my.driver.D", driver.formatted("clock()")))
                        .get("my.driver.D"));
        byte[] today = Compiler.one("my.driver.D", driver.formatted("json(new byte[0])"));
        for (byte[] each : List.of(old, today)) {
            assertThat(new GuestJar()
                            .entry("my/driver/D.class", each)
                            .scan(folder)
                            .faults())
                    .isEmpty();
        }
    }
}
