package sluice.guard.rules.unlawful;

import static sluice.guard.rules.unlawful.Case.member;
import static sluice.guard.rules.unlawful.Case.part;
import static sluice.guard.rules.unlawful.Case.type;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The time, and what the city has set up for itself. */
final class DefaultsTest {
    static final Corpus CORPUS = Corpus.of(
            member("Object f() { return java.time.Instant.now(); }", "java.time.Instant.now()", "Tools.clock()"),
            member(
                    "Object f() { return java.time.Clock.systemUTC(); }",
                    "java.time.Clock.systemUTC()",
                    "Tools.clock()"),
            part("long f() { return System.nanoTime(); }", "java.lang.System.nanoTime()", "Tools.clock()"),
            member("Object f(String s) { return s.toUpperCase(); }", "java.lang.String.toUpperCase()", "Locale.ROOT"),
            member(
                    "Object f() { return String.format(\"%d\", 1); }",
                    "java.lang.String.format(java.lang.String, java.lang.Object[])", "Locale.ROOT"),
            member(
                    "Object f() { return java.time.format.DateTimeFormatter.ofPattern(\"y\"); }",
                    "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
                    "Locale.ROOT"),
            type("Object f = new java.util.Date();", "java.util.Date", "Instant"),
            type("Object f = new java.text.SimpleDateFormat();", "java.text.SimpleDateFormat", "java.time.format"));

    static Stream<Case> cases() {
        return CORPUS.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_refused_for_what_it_does(Case hostile) {
        CORPUS.assertRefused(hostile);
    }
}
