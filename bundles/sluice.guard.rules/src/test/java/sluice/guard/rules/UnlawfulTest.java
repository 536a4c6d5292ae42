package sluice.guard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One class a way out: each is refused by its rule, names the member, and says what there is instead. */
final class UnlawfulTest {
    /** A body of a class, what the fault has to name, its rule, and a part of the substitute. */
    private record Case(String body, String what, String rule, String instead) {
        @Override
        public String toString() {
            return rule + " " + what;
        }
    }

    private static final List<Case> CASES = List.of(
            // process-wide state
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
                    "java.util"),
            // locks of what is shared
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
                    "Writer()"),
            // canonicalising
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
            type("Object f() { return java.util.Currency.getInstance(\"CAD\"); }", "java.util.Currency", "a text"),
            // time, defaults
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
            type("Object f = new java.text.SimpleDateFormat();", "java.text.SimpleDateFormat", "java.time.format"),
            // reflection, loaders, code
            part(
                    "Object f() throws Exception { return Class.forName(\"x\"); }",
                    "java.lang.Class.forName(java.lang.String)",
                    "class literal"),
            part("Object f() { return getClass().getClassLoader(); }", "java.lang.Class.getClassLoader()", "nothing"),
            part(
                    "Object f() { return String.class.getDeclaredMethods(); }",
                    "java.lang.Class.getDeclaredMethods()",
                    "interfaces"),
            type(
                    "Object f = java.lang.invoke.MethodHandles.lookup();",
                    "java.lang.invoke.MethodHandles$Lookup",
                    "lambdas"),
            type(
                    "Object f() { return java.lang.reflect.Array.newInstance(int.class, 1); }",
                    "java.lang.reflect.Array",
                    "interfaces"),
            type(
                    "Object f() { return java.util.ServiceLoader.load(Runnable.class); }",
                    "java.util.ServiceLoader",
                    "reference"),
            new Case(
                    "static class C extends ClassLoader {}",
                    "extends java.lang.ClassLoader",
                    "not-extendable",
                    "class literals"),
            new Case("static native void f();", "f()", "native-method", "Java"),
            new Case("static class C { @Override protected void finalize() {} }", "finalize()", "finalizer", ""),
            new Case(
                    "Runnable f() { return (Runnable & java.io.Serializable) () -> {}; }",
                    "java.lang.invoke.SerializedLambda",
                    "type-not-allowed",
                    "not Serializable"),
            type("Object f() { return StackWalker.getInstance(); }", "java.lang.StackWalker", "nothing"),
            type("Object f() { return Runtime.getRuntime(); }", "java.lang.Runtime", "nothing"),
            // outside
            type("Object f = new Thread(() -> {});", "java.lang.Thread", "Wake"),
            type("Object f() { return new java.io.File(\"x\").exists(); }", "java.io.File", "Put"),
            type("Object f() { return java.nio.file.Path.of(\"x\"); }", "java.nio.file.Path", "Put"),
            type(
                    "Object f() throws Exception { return new java.net.URL(\"http://x\").getContent(); }",
                    "java.net.URL",
                    "the platform"),
            type(
                    "Object f() throws Exception { return java.nio.channels.SocketChannel.open(); }",
                    "java.nio.channels.SocketChannel",
                    "the platform"),
            type(
                    "Object f() throws Exception { return new ProcessBuilder(\"x\").start(); }",
                    "java.lang.ProcessBuilder",
                    "nothing"),
            type(
                    "Object f(java.io.InputStream in) throws Exception { return new java.io.ObjectInputStream(in).readObject(); }",
                    "java.io.ObjectInputStream",
                    "json"),
            type(
                    "Object f() throws Exception { return new javax.naming.InitialContext(); }",
                    "javax.naming.InitialContext",
                    "the platform"),
            type("Object f = new javax.script.ScriptEngineManager();", "javax.script.ScriptEngineManager", "Java"),
            type(
                    "Object f() throws Exception { return java.lang.management.ManagementFactory.getPlatformMBeanServer(); }",
                    "java.lang.management.ManagementFactory",
                    "nothing"),
            type(
                    "Object f = new java.beans.PropertyChangeSupport(this);",
                    "java.beans.PropertyChangeSupport",
                    "records"),
            // types alone: the component runtime would give whatever a method takes
            type("void activate(java.util.concurrent.Executor given) {}", "java.util.concurrent.Executor", "java.util"),
            type("Thread given;", "java.lang.Thread", "Wake"),
            type("Object f(Object o) { return o instanceof java.net.Socket; }", "java.net.Socket", "the platform"),
            type("Object f() { return ClassLoader.class; }", "java.lang.ClassLoader", "class literals"),
            type("Object f() { return new Thread[1][1]; }", "java.lang.Thread", "Wake"),
            new Case("Object f() { return new int[1][1][1][1]; }", "[[[[I", "type-not-allowed", "three dimensions"),
            // inherited through a class of its own
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

    private static final Map<String, byte[]> CLASSES = compiled();

    private static Case member(String body, String what, String instead) {
        return new Case(body, what, "member-denied", instead);
    }

    private static Case part(String body, String what, String instead) {
        return new Case(body, what, "member-not-allowed", instead);
    }

    private static Case type(String body, String what, String instead) {
        return new Case(body, what, "type-not-allowed", instead);
    }

    private static Case lock(String body) {
        return new Case(body, "f()", "lock", "synchronized method");
    }

    private static Map<String, byte[]> compiled() {
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < CASES.size(); i++) {
            sources.put(
                    "hostile.Case" + i,
                    "package hostile; class Case" + i + " { " + CASES.get(i).body() + " }");
        }
        return Compiler.compile(sources);
    }

    static Stream<Integer> numbers() {
        return IntStream.range(0, CASES.size()).boxed();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void is_refused_for_what_it_does(int number) {
        Case hostile = CASES.get(number);
        assertThat(faults("hostile.Case" + number)).as(hostile.body()).anySatisfy(fault -> {
            assertThat(fault.rule()).isEqualTo(hostile.rule());
            assertThat(fault.what()).endsWith(hostile.what());
            assertThat(fault.instead()).contains(hostile.instead());
            assertThat(fault.where()).startsWith("hostile.Case" + number);
        });
    }

    @Test
    void the_corpus_is_large_enough_to_mean_something() {
        assertThat(CASES).hasSizeGreaterThanOrEqualTo(75);
    }

    private static List<Fault> faults(String name) {
        ClassScan scan = new ClassScan(AllowList.current(), CLASSES::containsKey);
        return CLASSES.entrySet().stream()
                .filter(each -> each.getKey().equals(name) || each.getKey().startsWith(name + "$"))
                .flatMap(each -> scan.faults(each.getValue()).stream())
                .toList();
    }
}
