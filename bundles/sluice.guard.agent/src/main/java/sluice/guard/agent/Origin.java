package sluice.guard.agent;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose classes a class loader defines.
 *
 * @param kind platform, guest, or a platform bundle with a guest's fragment
 * @param content the jar that its own classes lie in; null where it is no bundle's loader, or its content is no jar
 * @param classes names with dots of the classes in that jar; empty for a platform bundle without a guest's fragment
 */
record Origin(Kind kind, @Nullable Content content, Set<String> classes) {
    /** Whose classes. */
    enum Kind {
        /** Of the JVM, the start script's class path, or a bundle on a trust list. */
        PLATFORM,
        /** A bundle on a trust list to which a fragment is attached that is on none. */
        MIXED,
        /** Of a bundle on no trust list. */
        GUEST,
        /** Of a loader that a guest's loader or class stands behind. */
        OFFSPRING
    }

    static final Origin PLATFORM = new Origin(Kind.PLATFORM, null, Set.of());
    static final Origin OFFSPRING = new Origin(Kind.OFFSPRING, null, Set.of());

    /** Whether code of this origin is a guest's. */
    boolean isGuest() {
        return kind == Kind.GUEST || kind == Kind.OFFSPRING;
    }

    /** Whether the jar was replaced since it was judged. */
    boolean changed() {
        return content != null && content.changed();
    }
}
