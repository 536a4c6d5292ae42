package sluice.guard.rules.unlawful;

import static sluice.guard.rules.unlawful.Case.type;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is mentioned and never called, since the component runtime would give whatever a method takes; what is called by way of a class of its own. */
final class DetoursTest {
    static final Corpus CORPUS = Corpus.of(
            type("void activate(java.util.concurrent.Executor given) {}", "java.util.concurrent.Executor", "java.util"),
            type("Thread given;", "java.lang.Thread", "Wake"),
            type("Object f(Object o) { return o instanceof java.net.Socket; }", "java.net.Socket", "the platform"),
            type("Object f() { return ClassLoader.class; }", "java.lang.ClassLoader", "class literals"),
            type("Object f() { return new Thread[1][1]; }", "java.lang.Thread", "Wake"),
            new Case("Object f() { return new int[1][1][1][1]; }", "[[[[I", "type-not-allowed", "three dimensions"),
            new Case(
                    "static class E extends Exception {} void f(E e) { e.printStackTrace(System.err); }",
                    "$E.printStackTrace(java.io.PrintStream)",
                    "member-denied",
                    "note"),
            new Case(
                    "static class L extends java.util.ArrayList<String> {} Object f(L l) { return l.parallelStream(); }",
                    "$L.parallelStream()",
                    "member-denied",
                    "stream()"),
            new Case("interface I {} void f(I i) { i.notify(); }", ".notify()", "member-denied", "one thread"));

    static Stream<Case> cases() {
        return CORPUS.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_refused_for_what_it_does(Case hostile) {
        CORPUS.assertRefused(hostile);
    }
}
