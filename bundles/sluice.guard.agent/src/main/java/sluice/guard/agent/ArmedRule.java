package sluice.guard.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.nio.file.Path;
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
    private final boolean watching;

    /**
     * The rule.
     *
     * @param watching whether it refuses nothing and only takes note of guests, for the choke points; in a laboratory
     */
    ArmedRule(Origins origins, BooleanSupplier armed, Scan scan, Refusals refusals, boolean watching) {
        this.watching = watching;
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

    /**
     * Judges a class of its own once, by all the rules: what it needs must be loaded before it is asked in earnest.
     *
     * @throws IOException the agent's own jar can not be read
     */
    void warm(Path jar) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream("sluice/guard/agent/Origins.class")) {
            byte[] classFile = in == null ? new byte[0] : in.readAllBytes();
            Content own = Content.read(jar);
            own.changed();
            scan.passes(classFile, Origins.guest(own));
            Definer.isProxyMaker();
            refusals.warm();
        }
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
            if (watching || !isGuestForCertainOrMaybe(loader)) {
                return null;
            }
        }
        refusals.count(Refusals.CLASS);
        // The JVM takes an exception or an empty array for "unchanged"; one byte that is no class it does not.
        return new byte[1];
    }

    private boolean passes(@Nullable ClassLoader loader, @Nullable String name, byte[] classFile) {
        Origin origin = origins.of(loader);
        if (watching) {
            return true;
        }
        if (origin.kind() == Kind.PLATFORM) {
            return !origin.changed();
        }
        if (Definer.isProxyMaker()) {
            return true;
        }
        if (origin.kind() == Kind.MIXED) {
            return name != null && origin.classes().contains(name.replace('/', '.'));
        }
        return origin.kind() == Kind.GUEST
                && armed.getAsBoolean()
                && !origin.changed()
                && scan.passes(classFile, origin);
    }

    private boolean isGuestForCertainOrMaybe(@Nullable ClassLoader loader) {
        try {
            return origins.of(loader).kind() != Kind.PLATFORM;
        } catch (Throwable e) { // undecided once more
            return origins.isBundleLoader(loader);
        }
    }
}
