package sluice.guard.rules.unlawful;

import static sluice.guard.rules.unlawful.Case.type;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads, files, the network, other processes, and other ways out of the JVM. */
final class OutsideTest {
    static final Corpus CORPUS = Corpus.of(
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
                    "records"));

    static Stream<Case> cases() {
        return CORPUS.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_refused_for_what_it_does(Case hostile) {
        CORPUS.assertRefused(hostile);
    }
}
