package hostile;

import java.util.Collection;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

final class Note implements ResolverHook {
    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        for (BundleRevision candidate : candidates) {
            candidate.getDeclaredCapabilities("hostile.note").forEach(each -> Sink.loot = String.valueOf(each.getAttributes().get("note")));
        }
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> others) {}

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {}

    @Override
    public void end() {}
}
