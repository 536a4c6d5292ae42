package sluice.guard.agent;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Proxy;
import java.security.AccessController;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who stands behind a call, and whether it may go on.
 *
 * <ol>
 *   <li>As long as no guest's class was ever defined: it may.
 *   <li>The classes on the stack are looked through, hidden ones included. None is a guest's: it may. This is the usual case, and cheap.
 *   <li>One is. Then the stack is walked from the call outwards. If the platform lent its rights before the guest is met, it may: by
 *       {@code doPrivileged}, in a static initialiser (a denial there would break the class for everybody), or because the JVM loads a class.
 * </ol>
 *
 * <p>Reflection and class loading are asked about the immediate caller only. Takes no lock, loads no class, and asks no choke point.
 */
final class Bystanders {
    private static final StackWalker WALKER =
            StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES));

    private final Stack stack = new Stack();
    private final ChokePoints points;
    private final Origins origins;
    private final Refusals refusals;
    private final Guests guests = new Guests();
    private final Function<Stream<StackFrame>, Boolean> lent = new RightsLent();

    Bystanders(ChokePoints points, Origins origins, Refusals refusals) {
        this.points = points;
        this.origins = origins;
        this.refusals = refusals;
    }

    /** Goes all the ways once, so that nothing has to be loaded or linked on them later. */
    void warm() {
        isGuestAmong(stack.classes());
        isCalledByGuest(stack.classes());
        WALKER.walk(lent);
        Proxy.isProxyClass(Bystanders.class);
        points.isPrivileged("", "", "");
        refusals.warm();
    }

    /** Whether any guest's class was ever defined. */
    boolean guestsAreHere() {
        return origins.sawGuest();
    }

    void refuseGuests(int number) {
        ChokePoint point = points.get(number);
        Class<?>[] classes = stack.classes();
        if (point.callerOnly() ? isCalledByGuest(classes) : isGuestAmong(classes) && !WALKER.walk(lent)) {
            String code = point.code();
            refusals.count(code);
            throw new SecurityException("choke-point ".concat(code));
        }
    }

    /** Whether a guest is anywhere on the stack, whoever lent rights. */
    boolean isGuestBehind() {
        return guestsAreHere() && isGuestAmong(stack.classes());
    }

    private boolean isGuestAmong(Class<?>[] classes) {
        for (int each = Stack.OWN; each < classes.length; each++) {
            if (guests.get(classes[each])) {
                return true;
            }
        }
        return false;
    }

    /** The first that is neither the choke point's class nor a kind of it: {@code URLClassLoader} calls {@code ClassLoader} for somebody. */
    private boolean isCalledByGuest(Class<?>[] classes) {
        if (classes.length <= Stack.OWN) {
            return false;
        }
        Class<?> own = classes[Stack.OWN];
        for (int each = Stack.OWN + 1; each < classes.length; each++) {
            Class<?> caller = classes[each];
            if (guests.get(caller)) {
                return true;
            }
            if (!own.isAssignableFrom(caller)) {
                return false;
            }
        }
        return false;
    }

    /** The classes of a stack as the JVM gives them for security: with hidden ones, without the inner works of reflection. */
    private static final class Stack {
        /** This class's caller's caller's caller: the choke point. */
        static final int OWN = 4;

        @SuppressWarnings(
                "removal") // nothing else gives the whole stack in one call, and this does not need a manager to be set
        private static final class Reader extends SecurityManager {
            Class<?>[] read() {
                return getClassContext();
            }
        }

        private final Reader reader = new Reader();

        Class<?>[] classes() {
            return reader.read();
        }
    }

    /**
     * Whether a class is a guest's; remembered with the class, so that nobody is kept alive. A dynamic proxy in a guest's loader is the JDK's:
     * it looks its own methods up when it is initialised.
     */
    private final class Guests extends ClassValue<Boolean> {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return origins.isKnownGuest(type.getClassLoader()) && !Proxy.isProxyClass(type);
        }
    }

    /** Walks from a call outwards until it meets a guest, or rights that were lent. */
    private final class RightsLent implements Function<Stream<StackFrame>, Boolean> {
        private static final int OWN_FRAMES = 3;

        @Override
        @SuppressWarnings("removal") // it still stands on the stack wherever the JDK lends its rights
        public Boolean apply(Stream<StackFrame> frames) {
            boolean privileged = false;
            for (Iterator<StackFrame> each = frames.skip(OWN_FRAMES).iterator(); each.hasNext(); ) {
                StackFrame frame = each.next();
                Class<?> type = frame.getDeclaringClass();
                if (guests.get(type)) {
                    return false;
                }
                if (type == AccessController.class) {
                    privileged |= isDoPrivileged(frame);
                } else if (privileged || lends(type, frame)) {
                    return true;
                }
            }
            return false;
        }

        /** With a context given, the rights of that context would count; nobody asks for them here, so it lends none. */
        private boolean isDoPrivileged(StackFrame frame) {
            return frame.getMethodName().startsWith("doPrivileged")
                    && !frame.getDescriptor().contains("AccessControlContext");
        }

        private boolean lends(Class<?> type, StackFrame frame) {
            if (type == ArmedRule.class) {
                return true;
            }
            String method = frame.getMethodName();
            return method.equals("<clinit>")
                    || (type == ClassLoader.class && method.equals("loadClass"))
                    || (type.getClassLoader() == null
                            && points.isPrivileged(type.getName(), method, frame.getDescriptor()));
        }
    }
}
