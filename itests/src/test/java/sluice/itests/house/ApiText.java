package sluice.itests.house;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What users of a package can see, as text that stays the same as long as they do not notice a difference. */
final class ApiText {
    /** Every record has them, and nobody chose their signature. */
    private static final Set<String> OF_EVERY_RECORD = Set.of("equals", "hashCode", "toString");

    private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

    private final String ownPackage;

    ApiText(String ownPackage) {
        this.ownPackage = ownPackage;
    }

    /** One paragraph a type, sorted; record components, enum constants and parameters in their own order. */
    String of(List<Class<?>> types) {
        return types.stream()
                .filter(ApiText::isVisible)
                .map(this::paragraph)
                .sorted()
                .collect(joining("\n"));
    }

    private String paragraph(Class<?> type) {
        Stream<String> members = Stream.of(constants(type), constructors(type), methods(type))
                .flatMap(kind -> kind)
                .map(member -> "    " + member + "\n");
        return brief(head(type)) + "\n" + brief(members.collect(joining()));
    }

    private static String head(Class<?> type) {
        String parameters = type.isRecord() ? "(" + components(type) + ")" : "";
        Type above = type.getGenericSuperclass();
        String parent = above == null || type.isRecord() || type.isEnum() || above == Object.class
                ? ""
                : " extends " + above.getTypeName();
        String interfaces = type.getInterfaces().length == 0
                ? ""
                : (type.isInterface() ? " extends " : " implements ") + names(type.getGenericInterfaces());
        String permitted = type.isSealed() ? " permits " + names(type.getPermittedSubclasses()) : "";
        return type.toGenericString() + parameters + parent + interfaces + permitted;
    }

    private static String components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getAnnotatedType() + " " + component.getName())
                .collect(joining(", "));
    }

    /** Constants of an enum first, in their order, which shows in {@code compareTo}. */
    private static Stream<String> constants(Class<?> type) {
        Stream<String> ofEnum = Arrays.stream(type.getDeclaredFields())
                .filter(Field::isEnumConstant)
                .map(Field::getName);
        Stream<String> others = Arrays.stream(type.getDeclaredFields())
                .filter(field -> isVisible(field.getModifiers()) && !field.isEnumConstant() && !field.isSynthetic())
                .map(Field::toGenericString)
                .sorted();
        return Stream.concat(ofEnum, others);
    }

    private static Stream<String> constructors(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(made -> isVisible(made.getModifiers()) && !isImplied(type, made))
                .map(made -> line(made, "", "new"))
                .sorted();
    }

    private static Stream<String> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> isVisible(method.getModifiers()) && !method.isSynthetic() && !isImplied(type, method))
                .map(method -> line(method, method.getAnnotatedReturnType() + " ", method.getName()))
                .sorted();
    }

    private static String line(Executable member, String result, String name) {
        String modifiers = Modifier.toString(member.getModifiers() & ~Modifier.TRANSIENT & ~Modifier.VOLATILE);
        String isDefault = member instanceof Method method && method.isDefault() ? " default" : "";
        String variables = member.getTypeParameters().length == 0
                ? ""
                : Arrays.stream(member.getTypeParameters())
                        .map(variable -> variable + bounds(variable.getBounds()))
                        .collect(joining(", ", "<", "> "));
        String thrown =
                member.getExceptionTypes().length == 0 ? "" : " throws " + names(member.getGenericExceptionTypes());
        return modifiers + isDefault + " " + variables + result + name + "(" + parameters(member) + ")" + thrown;
    }

    private static String bounds(Type[] bounds) {
        return bounds.length == 1 && bounds[0] == Object.class ? "" : " extends " + names(bounds);
    }

    private static String parameters(Executable member) {
        return Arrays.stream(member.getParameters())
                .map(parameter ->
                        (parameter.isVarArgs() ? varArgs(parameter.getAnnotatedType()) : parameter.getAnnotatedType())
                                + " " + parameter.getName())
                .collect(joining(", "));
    }

    private static String varArgs(AnnotatedType array) {
        return array.toString().replaceAll("\\[\\]$", "...");
    }

    private static boolean isImplied(Class<?> type, Executable member) {
        if (type.isEnum()) {
            return OF_EVERY_ENUM.contains(member.getName());
        }
        return type.isRecord()
                && (OF_EVERY_RECORD.contains(member.getName())
                        || isCanonical(type, member)
                        || Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getAccessor)
                                .anyMatch(member::equals));
    }

    private static boolean isCanonical(Class<?> type, Executable member) {
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return member instanceof Constructor<?> && Arrays.equals(components, member.getParameterTypes());
    }

    private static boolean isVisible(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return isVisible(type.getModifiers()) && !type.isAnonymousClass() && (outer == null || isVisible(outer));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String names(Type[] types) {
        return Arrays.stream(types).map(Type::getTypeName).collect(joining(", "));
    }

    private String brief(String text) {
        return text.replace(ownPackage + ".", "")
                .replaceAll("\\bjava\\.(lang|util|util\\.function|time)\\.(?=[A-Z])", "")
                .replace('$', '.');
    }
}
