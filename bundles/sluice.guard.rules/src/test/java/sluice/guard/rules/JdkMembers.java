package sluice.guard.rules;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JDK's types as a guest sees them: what it can call, and which types that brings. */
final class JdkMembers {
    private JdkMembers() {}

    static Class<?> type(String slashed) {
        try {
            return Class.forName(slashed.replace('/', '.'), false, null);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the JDK has no " + slashed, e);
        }
    }

    /** Every member that a class outside of the package can name through the type, public or inherited as protected. */
    static List<Member> of(Class<?> type) {
        Set<Member> members = new LinkedHashSet<>();
        members.addAll(List.of(type.getMethods()));
        members.addAll(List.of(type.getFields()));
        members.addAll(List.of(type.getDeclaredConstructors()));
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            members.addAll(List.of(declaring.getDeclaredMethods()));
            members.addAll(List.of(declaring.getDeclaredFields()));
        }
        return members.stream()
                .filter(member ->
                        Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()))
                .filter(member -> !isStaticOfOtherInterface(member, type))
                .toList();
    }

    private static boolean isStaticOfOtherInterface(Member member, Class<?> type) {
        return Modifier.isStatic(member.getModifiers())
                && member instanceof Method
                && member.getDeclaringClass().isInterface()
                && member.getDeclaringClass() != type;
    }

    static String name(Member member) {
        return member instanceof Constructor ? "<init>" : member.getName();
    }

    /** As in a descriptor; empty for a field. */
    static String parameters(Member member) {
        return member instanceof Executable executable
                ? Stream.of(executable.getParameterTypes())
                        .map(Class::descriptorString)
                        .collect(Collectors.joining("", "(", ")"))
                : "";
    }

    /** Types of its descriptor, without their brackets and without primitives, with slashes. */
    static Set<String> erased(Member member) {
        Set<String> names = new HashSet<>();
        for (Type type : erasedTypes(member)) {
            mention(type, names, new HashSet<>());
        }
        return names;
    }

    /** All types that its generic signature names, with slashes. */
    static Set<String> generic(Member member) {
        Set<String> names = new HashSet<>();
        for (Type type : genericTypes(member)) {
            mention(type, names, new HashSet<>());
        }
        return names;
    }

    private static List<Type> erasedTypes(Member member) {
        if (member instanceof Field field) {
            return List.of(field.getType());
        }
        Executable executable = (Executable) member;
        List<Type> types = new ArrayList<>(List.of(executable.getParameterTypes()));
        if (member instanceof Method method) {
            types.add(method.getReturnType());
        }
        return types;
    }

    private static List<Type> genericTypes(Member member) {
        if (member instanceof Field field) {
            return List.of(field.getGenericType());
        }
        Executable executable = (Executable) member;
        List<Type> types = new ArrayList<>(List.of(executable.getGenericParameterTypes()));
        if (member instanceof Method method) {
            types.add(method.getGenericReturnType());
        }
        return types;
    }

    private static void mention(Type type, Set<String> names, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof Class<?> plain) {
            Class<?> element = plain;
            while (element.isArray()) {
                element = element.getComponentType();
            }
            if (!element.isPrimitive()) {
                names.add(element.getName().replace('.', '/'));
            }
        }
        for (Type part : parts(type)) {
            mention(part, names, seen);
        }
    }

    private static List<Type> parts(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            List<Type> parts = new ArrayList<>(List.of(parameterized.getActualTypeArguments()));
            parts.add(parameterized.getRawType());
            return parts;
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.of(wildcard.getLowerBounds(), wildcard.getUpperBounds())
                    .flatMap(Stream::of)
                    .toList();
        }
        if (type instanceof TypeVariable<?> variable) {
            return List.of(variable.getBounds());
        }
        return type instanceof GenericArrayType array ? List.of(array.getGenericComponentType()) : List.of();
    }

    /** The type, what it extends and what it implements, all the way up. */
    static Set<Class<?>> ancestors(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        add(type, all);
        return all;
    }

    private static void add(Class<?> type, Set<Class<?>> all) {
        if (type != null && all.add(type)) {
            add(type.getSuperclass(), all);
            for (Class<?> each : type.getInterfaces()) {
                add(each, all);
            }
        }
    }
}
