package sluice.guard.rules.unlawful;

import static sluice.guard.rules.unlawful.Case.part;
import static sluice.guard.rules.unlawful.Case.type;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reflection, class loaders, and code that is no Java. */
final class ReflectionTest {
    static final Corpus CORPUS = Corpus.of(
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
            type("Object f() { return Runtime.getRuntime(); }", "java.lang.Runtime", "nothing"));

    static Stream<Case> cases() {
        return CORPUS.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_refused_for_what_it_does(Case hostile) {
        CORPUS.assertRefused(hostile);
    }
}
