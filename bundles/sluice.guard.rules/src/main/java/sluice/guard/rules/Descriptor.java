package sluice.guard.rules;

import java.util.ArrayList;
import java.util.List;

/** Descriptors of fields and methods (JVMS 4.3). */
final class Descriptor {
    private static final String PRIMITIVES = "BCDFIJSZV";

    private Descriptor() {}

    /** The classes that it names, with slashes; arrays by their elements. */
    static List<String> classes(String descriptor) throws Malformed {
        List<String> classes = new ArrayList<>();
        int at = 0;
        while (at < descriptor.length()) {
            char kind = descriptor.charAt(at);
            if (kind == 'L') {
                int end = descriptor.indexOf(';', at);
                if (end < 0) {
                    throw new Malformed("a descriptor without an end");
                }
                String name = descriptor.substring(at + 1, end);
                checkName(name);
                classes.add(name);
                at = end;
            } else if (kind != '[' && kind != '(' && kind != ')' && PRIMITIVES.indexOf(kind) < 0) {
                throw new Malformed("a descriptor with `" + kind + "`");
            }
            at++;
        }
        return classes;
    }

    /** With slashes and nothing else: what is spelt otherwise would be compared with the list as another name. */
    static void checkName(String name) throws Malformed {
        if (name.isEmpty() || name.indexOf('.') >= 0 || name.startsWith("/") || name.contains("//")) {
            throw new Malformed("a class of an impossible name");
        }
    }

    /** A method's parameters, {@code (...)}; empty for a field. */
    static String parameters(String descriptor) {
        return descriptor.startsWith("(") ? descriptor.substring(0, descriptor.indexOf(')') + 1) : "";
    }

    /** The class that a method gives, with slashes. */
    static String result(String descriptor) throws Malformed {
        List<String> classes = classes(descriptor.substring(descriptor.indexOf(')') + 1));
        if (classes.size() != 1) {
            throw new Malformed("a lambda that is no object");
        }
        return classes.get(0);
    }

    /** For a person: {@code java.util.List.of(java.lang.Object, int[])}. */
    static String shown(String owner, String name, String parameters) throws Malformed {
        String member = owner.replace('/', '.') + '.' + name;
        return parameters.isEmpty() ? member : member + '(' + String.join(", ", shown(parameters)) + ')';
    }

    private static List<String> shown(String parameters) throws Malformed {
        List<String> shown = new ArrayList<>();
        int at = 1;
        while (at < parameters.length() - 1) {
            int start = at;
            while (parameters.charAt(at) == '[' && at < parameters.length() - 1) {
                at++;
            }
            int end = parameters.charAt(at) == 'L' ? parameters.indexOf(';', at) : at;
            if (end < 0) {
                throw new Malformed("a descriptor without an end");
            }
            shown.add(type(parameters.substring(at, end + 1)) + "[]".repeat(at - start));
            at = end + 1;
        }
        return shown;
    }

    private static String type(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case 'L' -> descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'S' -> "short";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'F' -> "float";
            case 'D' -> "double";
            default -> descriptor;
        };
    }
}
