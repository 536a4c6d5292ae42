package sluice.broker.core;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bundle is a driver or an application, never both: the two would share their static fields, and what the application was told could come
 * back as a reading, with the label of the driver's stream.
 */
final class Roles {
    /** What a bundle can be. */
    enum Role {
        /** Its readings are a device's. */
        DRIVER,
        /** It is told what policy releases to it. */
        APPLICATION
    }

    private final Map<String, Role> taken = new ConcurrentHashMap<>();
    private final Map<String, Role> refused = new ConcurrentHashMap<>();

    /** Takes a role, for as long as the platform runs; false if the bundle has the other one. */
    boolean take(String name, Role role) {
        boolean isIts = taken.computeIfAbsent(name, any -> role) == role;
        if (!isIts) {
            refused.put(name, role);
        }
        return isIts;
    }

    boolean has(String name, Role role) {
        return taken.get(name) == role;
    }

    /** Who asked for a second role, and for which. */
    Map<String, Role> refused() {
        return Map.copyOf(refused);
    }
}
