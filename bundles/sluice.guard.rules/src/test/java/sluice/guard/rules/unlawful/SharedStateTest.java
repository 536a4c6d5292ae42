package sluice.guard.rules.unlawful;

import static sluice.guard.rules.unlawful.Case.member;
import static sluice.guard.rules.unlawful.Case.part;
import static sluice.guard.rules.unlawful.Case.type;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** State of the whole process: what one guest leaves there, another one finds. */
final class SharedStateTest {
    static final Corpus CORPUS = Corpus.of(
            member("Object f() { return Math.random(); }", "java.lang.Math.random()", "Random(seed)"),
            member(
                    "void f(java.util.List<?> l) { java.util.Collections.shuffle(l); }",
                    "java.util.Collections.shuffle(java.util.List)",
                    "new Random(seed)"),
            member("Object f() { return new java.util.Random(); }", "java.util.Random.<init>()", "Random(seed)"),
            member(
                    "Object f() { return new java.util.SplittableRandom(); }",
                    "java.util.SplittableRandom.<init>()",
                    "SplittableRandom(seed)"),
            member(
                    "Object f() { return java.util.UUID.randomUUID(); }",
                    "java.util.UUID.randomUUID()",
                    "nameUUIDFromBytes"),
            member(
                    "Object f() { return Integer.getInteger(\"a\"); }",
                    "java.lang.Integer.getInteger(java.lang.String)",
                    "configuration"),
            member(
                    "Object f() { return Boolean.getBoolean(\"a\"); }",
                    "java.lang.Boolean.getBoolean(java.lang.String)",
                    "configuration"),
            part(
                    "void f() { System.setProperty(\"a\", \"b\"); }",
                    "java.lang.System.setProperty(java.lang.String, java.lang.String)",
                    "configuration"),
            part("void f() { System.out.hashCode(); }", "java.lang.System.out", "note"),
            part(
                    "int f() { return System.identityHashCode(\"a\"); }",
                    "java.lang.System.identityHashCode(java.lang.Object)",
                    "hashCode()"),
            part(
                    "void f() { java.util.Locale.setDefault(java.util.Locale.ROOT); }",
                    "java.util.Locale.setDefault(java.util.Locale)",
                    "Locale.ROOT"),
            member(
                    "Object f() { return java.time.ZoneOffset.systemDefault(); }",
                    "java.time.ZoneOffset.systemDefault()",
                    "ZoneOffset"),
            member(
                    "Object f() { return java.nio.ByteBuffer.allocateDirect(1); }",
                    "java.nio.ByteBuffer.allocateDirect(int)",
                    "allocate"),
            member(
                    "Object f(java.util.List<?> l) { return l.parallelStream(); }",
                    "java.util.List.parallelStream()",
                    "stream()"),
            member(
                    "Object f(java.util.stream.IntStream s) { return s.parallel(); }",
                    "java.util.stream.IntStream.parallel()",
                    "the stream"),
            member(
                    "void f(int[] a) { java.util.Arrays.parallelSort(a); }",
                    "java.util.Arrays.parallelSort(int[])",
                    "sort"),
            member("void f(Exception e) { e.printStackTrace(); }", "java.lang.Exception.printStackTrace()", "note"),
            member(
                    "void f(Exception e) { e.setStackTrace(null); }",
                    "java.lang.Exception.setStackTrace(java.lang.StackTraceElement[])",
                    "nothing"),
            type("Object f = new ThreadLocal<String>();", "java.lang.ThreadLocal", "a field"),
            type("Object f = new java.util.IdentityHashMap<String, String>();", "java.util.IdentityHashMap", "HashMap"),
            type("Object f = new java.util.WeakHashMap<String, String>();", "java.util.WeakHashMap", "limited size"),
            type("Object f() { return java.util.TimeZone.getTimeZone(\"UTC\"); }", "java.util.TimeZone", "ZoneId"),
            type(
                    "Object f() { return java.util.logging.Logger.getLogger(\"a\"); }",
                    "java.util.logging.Logger",
                    "note"),
            type(
                    "Object f() { return java.util.prefs.Preferences.userRoot(); }",
                    "java.util.prefs.Preferences",
                    "configuration"),
            type("Object f = new java.lang.ref.WeakReference<>(\"a\");", "java.lang.ref.WeakReference", "strong"),
            type(
                    "Object f() { return java.util.concurrent.ForkJoinPool.commonPool(); }",
                    "java.util.concurrent.ForkJoinPool",
                    "java.util"));

    static Stream<Case> cases() {
        return CORPUS.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_refused_for_what_it_does(Case hostile) {
        CORPUS.assertRefused(hostile);
    }
}
