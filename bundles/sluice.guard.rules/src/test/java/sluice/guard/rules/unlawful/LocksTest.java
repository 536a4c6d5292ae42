package sluice.guard.rules.unlawful;

import static sluice.guard.rules.unlawful.Case.lock;
import static sluice.guard.rules.unlawful.Case.member;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Locks of what is shared: who holds one for long or for short tells something. */
final class LocksTest {
    static final Corpus CORPUS = Corpus.of(
            lock("void f() { synchronized (\"a\") { hashCode(); } }"),
            lock("void f() { synchronized (Boolean.TRUE) { hashCode(); } }"),
            member("void f() throws Exception { \"a\".wait(); }", "java.lang.Object.wait()", "one thread"),
            member("void f() { String.class.notifyAll(); }", "java.lang.Object.notifyAll()", "one thread"),
            new Case(
                    "static class C { void f() throws Exception { wait(5); } }",
                    ".wait(long)",
                    "member-denied",
                    "one thread"),
            new Case(
                    "static class C extends java.io.Writer { C() { super(\"a\"); } public void write(char[] c, int i, int j) {} public void flush() {} public void close() {} }",
                    "java.io.Writer.<init>(java.lang.Object)",
                    "member-denied",
                    "Writer()"));

    static Stream<Case> cases() {
        return CORPUS.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_refused_for_what_it_does(Case hostile) {
        CORPUS.assertRefused(hostile);
    }
}
