package sluice.guard.agent;

import java.util.Set;

/**
 * A method of the JDK that is not for guests.
 *
 * @param type its class, with slashes
 * @param method its name
 * @param descriptor its descriptor; {@code *} for every overload
 * @param family what it leads to: {@code net}, {@code file}, {@code reflection} and so on
 */
record ChokePoint(String type, String method, String descriptor, String family) {
    /**
     * Where only the one who calls counts, and not who called him: the JDK itself looks members up, and loads classes, in the middle of what a
     * guest may do.
     */
    private static final Set<String> CALLER_ONLY = Set.of("reflection", "classdef");

    /** Whether the immediate caller decides, and not every frame. */
    boolean callerOnly() {
        return CALLER_ONLY.contains(family);
    }

    boolean is(String name, String nameDescriptor) {
        return method.equals(name) && (descriptor.equals("*") || descriptor.equals(nameDescriptor));
    }

    /** {@code family:class.method}, as refusals are counted and told. */
    String code() {
        return family + ':' + type.replace('/', '.') + '.' + method;
    }
}
