package sluice.guard.internal.hook;

import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import sluice.guard.internal.agent.Layers;
import sluice.guard.internal.roll.Roster;

/**
 * No wire to or from a guest but the few that it needs, and none at all for one that is not admitted.
 *
 * <p>A requirement is refused by emptying its candidates. A bundle that requires nothing never gets asked that; it is kept back in
 * {@code filterResolvable}, and only when the resolve is about such bundles alone: for Felix a revision that is taken out there makes every bundle
 * that is resolved already a stranger, so that nothing else in the same resolve would find its imports. In a mixed resolve it slips through to
 * RESOLVED, and {@link sluice.guard.internal.roll.Arrivals} takes it back.
 *
 * <p>Felix passes over a hook that throws, so that each method ends in the refusal if anything is wrong.
 */
final class WiringHook implements ResolverHookFactory {
    private static final Set<String> APIS = Set.of("sluice.driver.spi", "sluice.app.api");
    private static final String EXTENDER = "osgi.extender";

    private final Roster roster;
    private final Layers layers;

    WiringHook(Roster roster, Layers layers) {
        this.roster = roster;
        this.layers = layers;
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        boolean isAboutRefusedOnly = !triggers.isEmpty() && triggers.stream().noneMatch(roster::isAdmitted);
        return new Resolve(isAboutRefusedOnly);
    }

    private boolean mayWire(BundleRequirement requirement, BundleCapability capability) {
        BundleRevision requirer = requirement.getRevision();
        BundleRevision provider = capability.getRevision();
        if (requirer != null && !roster.isAdmitted(requirer)) {
            return false;
        }
        if (!layers.resolve() || provider.equals(requirer)) {
            return roster.isAdmitted(provider);
        }
        if (roster.isGuest(provider)) {
            return false;
        }
        return requirer == null || !roster.isGuest(requirer) || isGranted(capability);
    }

    /** What a guest may have of the platform: the two APIs, Declarative Services, Java. */
    private static boolean isGranted(BundleCapability capability) {
        String namespace = capability.getNamespace();
        Object value = capability.getAttributes().get(namespace);
        return switch (namespace) {
            case PackageNamespace.PACKAGE_NAMESPACE -> APIS.contains(String.valueOf(value));
            case EXTENDER -> "osgi.component".equals(value);
            case "osgi.ee", "osgi.service" -> true;
            default -> false;
        };
    }

    private final class Resolve implements ResolverHook {
        private final boolean isAboutRefusedOnly;

        Resolve(boolean isAboutRefusedOnly) {
            this.isAboutRefusedOnly = isAboutRefusedOnly;
        }

        @Override
        public void filterResolvable(Collection<BundleRevision> candidates) {
            if (isAboutRefusedOnly) {
                removeUnless(candidates, roster::isAdmitted);
            }
        }

        /** A guest collides with guests that are admitted like itself, never with the platform: it could keep a bundle of it from resolving. */
        @Override
        public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {
            removeUnless(
                    collisions,
                    other -> rank(other.getRevision()) == rank(singleton.getRevision())
                            && roster.isAdmitted(singleton.getRevision()));
        }

        @Override
        public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
            removeUnless(candidates, candidate -> mayWire(requirement, candidate));
        }

        @Override
        public void end() {}

        private int rank(BundleRevision revision) {
            return roster.isGuest(revision) ? (roster.isAdmitted(revision) ? 1 : 2) : 0;
        }
    }

    private static <T> void removeUnless(Collection<T> all, Predicate<T> isKept) {
        try {
            for (Iterator<T> each = all.iterator(); each.hasNext(); ) {
                if (!isKept.test(each.next())) {
                    each.remove();
                }
            }
        } catch (RuntimeException | Error e) {
            all.clear();
            throw e;
        }
    }
}
