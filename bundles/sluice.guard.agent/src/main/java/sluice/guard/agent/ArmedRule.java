package sluice.guard.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import sluice.guard.agent.Origin.Kind;

/**
 * Asked by the JVM about every class before it is defined. Classes of the platform pass. A guest's pass once the guard is armed, each after its
 * scan; so does what the JDK itself makes in a guest's loader.
 *
 * <p>Hidden classes (lambdas, string concatenation, records' methods) never come here, on JDK 17 as on 21: the JVM posts no event for them.
 * Whoever wants to define one needs a look-up object, which the scan and the choke points keep from guests.
 */
final class ArmedRule implements ClassFileTransformer {
    private final Origins origins;
    private final BooleanSupplier armed;
    private final Scan scan;
    private final Refusals refusals;

    ArmedRule(Origins origins, BooleanSupplier armed, Scan scan, Refusals refusals) {
        this.origins = origins;
        this.armed = armed;
        this.scan = scan;
        this.refusals = refusals;
    }

    /** Whether a guest's class keeps to the allow-list. */
    @FunctionalInterface
    interface Scan {
        boolean passes(byte[] classFile, Origin origin);
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        try {
            if (passes(loader, name, classFile)) {
                return null;
            }
        } catch (Throwable e) { // whatever it is: the JVM would take it for consent
            if (!isGuestForCertainOrMaybe(loader)) {
                return null;
            }
        }
        refusals.count(Refusals.CLASS);
        // The JVM takes an exception or an empty array for "unchanged"; one byte that is no class it does not.
        return new byte[1];
    }

    private boolean passes(@Nullable ClassLoader loader, @Nullable String name, byte[] classFile) {
        Origin origin = origins.of(loader);
        if (origin.kind() == Kind.PLATFORM) {
            return !origin.changed();
        }
        if (Definer.isProxyMaker()) {
            return true;
        }
        if (origin.kind() == Kind.MIXED) {
            return name != null && origin.classes().contains(name.replace('/', '.'));
        }
        return origin.kind() == Kind.GUEST && armed.getAsBoolean() && !origin.changed() && scan.passes(classFile, origin);
    }

    private boolean isGuestForCertainOrMaybe(@Nullable ClassLoader loader) {
        try {
            return origins.of(loader).kind() != Kind.PLATFORM;
        } catch (Throwable e) { // undecided once more
            return origins.isBundleLoader(loader);
        }
    }
}
