package sluice.guard.rules.unlawful;

import static sluice.guard.rules.unlawful.Case.member;
import static sluice.guard.rules.unlawful.Case.part;
import static sluice.guard.rules.unlawful.Case.type;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods that give two callers one object. */
final class CanonicalObjectsTest {
    static final Corpus CORPUS = Corpus.of(
            member("Object f(String s) { return s.intern(); }", "java.lang.String.intern()", "equals"),
            member(
                    "java.util.function.Function<String, String> f() { return String::intern; }",
                    "java.lang.String.intern()",
                    "equals"),
            part(
                    "Object f() { return new java.util.Locale(\"x\"); }",
                    "java.util.Locale.<init>(java.lang.String)",
                    "Locale.ROOT"),
            part(
                    "Object f() { return java.util.Locale.forLanguageTag(\"x\"); }",
                    "java.util.Locale.forLanguageTag(java.lang.String)",
                    "Locale.ROOT"),
            part(
                    "Object f() { return java.nio.charset.Charset.forName(\"x\"); }",
                    "java.nio.charset.Charset.forName(java.lang.String)",
                    "StandardCharsets"),
            member(
                    "Object f(String s) throws Exception { return s.getBytes(\"x\"); }",
                    "java.lang.String.getBytes(java.lang.String)",
                    "StandardCharsets"),
            new Case(
                    "static abstract class C implements java.time.temporal.TemporalField {}",
                    "extends java.time.temporal.TemporalField",
                    "not-extendable",
                    ""),
            type("Object f() { return java.util.Currency.getInstance(\"CAD\"); }", "java.util.Currency", "a text"));

    static Stream<Case> cases() {
        return CORPUS.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_refused_for_what_it_does(Case hostile) {
        CORPUS.assertRefused(hostile);
    }
}
