package hostile;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

public final class Sink implements Application {
    public static volatile String loot;

    private static volatile String walked = "";

    @Override
    public Manifest manifest() {
        return Manifest.forPurpose("waste-collection").needs("waste.container", Level.class);
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        if (loot == null || loot.startsWith("none")) {
            String found = find(context.getClass().getClassLoader());
            loot = found == null ? "none of " + walked : found;
        }
        return List.of();
    }

    private static String find(Object root) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> waiting = new ArrayDeque<>(List.of(root));
        while (!waiting.isEmpty() && seen.size() < 1_000_000) {
            Object here = waiting.poll();
            if (!seen.add(here)) {
                continue;
            }
            if (here.getClass().getName().equals("hostile.Source")) {
                return String.valueOf(value(here, "held"));
            }
            waiting.addAll(neighbours(here));
        }
        walked = seen.size() + " objects";
        return null;
    }

    private static Object value(Object object, String name) {
        try {
            Field field = object.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(object);
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return null;
        }
    }

    private static List<Object> neighbours(Object here) {
        List<Object> found = new ArrayList<>();
        if (here instanceof Map<?, ?> map) {
            found.addAll(map.values());
            found.addAll(map.keySet());
        } else if (here instanceof Collection<?> all) {
            found.addAll(all);
        } else if (here instanceof AtomicReference<?> reference) {
            found.add(reference.get());
        } else if (here instanceof Object[] array) {
            found.addAll(Arrays.asList(array));
        } else if (here.getClass().getName().matches("(org\\.apache\\.felix|sluice)\\..*")) {
            for (Class<?> type = here.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!field.getType().isPrimitive()) {
                        found.add(get(field, here));
                    }
                }
            }
        }
        found.removeIf(each -> each == null || each instanceof String || each instanceof Class<?>);
        return found;
    }

    private static Object get(Field field, Object here) {
        try {
            field.setAccessible(true);
            return field.get(here);
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return null;
        }
    }
}
