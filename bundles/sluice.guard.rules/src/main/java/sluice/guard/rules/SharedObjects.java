package sluice.guard.rules;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;

/**
 * Objects of the JDK that all guests hold: classes, constants of enums and other public constants. Whoever first asks for an object's identity
 * hash fixes it, with a number out of the asking thread's own generator; so one guest could leave a bit that another finds. Asked for by the
 * platform before the first guest runs, there is no bit left.
 */
public final class SharedObjects {
    /** Class files of guests name at most {@link ClassLook#MOST_DIMENSIONS}; an instruction that makes an array adds one. */
    private static final int DIMENSIONS = ClassLook.MOST_DIMENSIONS + 1;

    private SharedObjects() {}

    /**
     * Fixes the identity hashes. Loads and initialises the types of the list; takes some 100 ms once.
     *
     * @param list whose types guests may use
     * @return how many objects were asked
     */
    public static int fixHashes(AllowList list) {
        int asked = 0;
        for (Class<?> primitive : new Class<?>[] {
            boolean.class, byte.class, short.class, char.class, int.class, long.class, float.class, double.class
        }) {
            asked += ofArrays(primitive);
        }
        for (Map.Entry<String, AllowList.Kind> type : list.lines().types().entrySet()) {
            asked += ofType(type.getKey().replace('/', '.'));
        }
        return asked;
    }

    private static int ofType(String name) {
        try {
            Class<?> type = Class.forName(name, true, null);
            return ofArrays(type) + ofConstants(type);
        } catch (ReflectiveOperationException | LinkageError e) {
            return 0;
        }
    }

    private static int ofArrays(Class<?> element) {
        Class<?> type = element;
        for (int dimensions = 0; dimensions <= DIMENSIONS; dimensions++) {
            System.identityHashCode(type);
            type = type.arrayType();
        }
        return DIMENSIONS + 1;
    }

    private static int ofConstants(Class<?> type) throws IllegalAccessException {
        int asked = 0;
        for (Field field : type.getFields()) {
            boolean isObject = !field.getType().isPrimitive();
            if (isObject && Modifier.isStatic(field.getModifiers()) && field.getDeclaringClass() == type) {
                System.identityHashCode(field.get(null));
                asked++;
            }
        }
        return asked;
    }
}
