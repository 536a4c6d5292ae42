package sluice.guard.agent;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.instrument.ClassFileTransformer;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who is defining the class that the JVM just asks about: seen on this thread's stack, by identity. */
final class Definer {
    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
    private static final Class<?> PROXY_MAKER = boot("java.lang.reflect.Proxy$ProxyBuilder");
    private static final Class<?> INSTRUMENTATION = boot("sun.instrument.InstrumentationImpl");
    private static final Class<?> TRANSFORMERS = boot("sun.instrument.TransformerManager");
    private static final Class<?> INTERNALS = boot("jdk.internal.access.JavaLangAccess");

    // no lambda: its first use would define a class while one is being defined
    private static final Function<Stream<StackFrame>, Boolean> FIRST_IS_PROXY_MAKER = new FirstIsProxyMaker();

    private Definer() {}

    /**
     * Whether the JDK's maker of dynamic proxies does. Its classes hold no code of anybody's; they call the handler that they are given.
     */
    static boolean isProxyMaker() {
        return STACK.walk(FIRST_IS_PROXY_MAKER);
    }

    private static Class<?> boot(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("this JDK has no " + name, e);
        }
    }

    private static final class FirstIsProxyMaker implements Function<Stream<StackFrame>, Boolean> {
        @Override
        public Boolean apply(Stream<StackFrame> frames) {
            for (Iterator<StackFrame> each = frames.iterator(); each.hasNext(); ) {
                Class<?> type = each.next().getDeclaringClass();
                if (!isBetween(type)) {
                    return type == PROXY_MAKER;
                }
            }
            return false;
        }

        /** What stands between the transformer and whoever asked for the class to be defined. */
        private static boolean isBetween(Class<?> type) {
            return type == Definer.class
                    || type == ArmedRule.class
                    || type == ClassFileTransformer.class
                    || type == INSTRUMENTATION
                    || type == TRANSFORMERS
                    || type == ClassLoader.class
                    || INTERNALS.isAssignableFrom(type);
        }
    }
}
