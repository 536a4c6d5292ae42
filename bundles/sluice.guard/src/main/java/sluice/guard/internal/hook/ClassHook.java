package sluice.guard.internal.hook;

import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.weaving.WeavingException;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.osgi.framework.wiring.BundleRevision;
import sluice.guard.internal.agent.Layers;
import sluice.guard.internal.list.Texts;
import sluice.guard.internal.roll.Roster;
import sluice.guard.rules.AllowList;
import sluice.guard.rules.ClassScan;
import sluice.guard.rules.Fault;

/**
 * No class of a guest that is not admitted, and none that mentions what guests may not use. Changes nothing in a class. Felix stops asking a hook
 * that throws anything but a {@link WeavingException}, so that it throws nothing else.
 */
final class ClassHook implements WeavingHook {
    private final Bundle own;
    private final Roster roster;
    private final Layers layers;
    private final AllowList allowList = AllowList.current();

    /**
     * A hook.
     *
     * @param own the guard's bundle, whose classes pass: the hook needs some of them to answer, and waiting for itself it never would. The
     *     agent has looked at them
     */
    ClassHook(Bundle own, Roster roster, Layers layers) {
        this.own = own;
        this.roster = roster;
        this.layers = layers;
    }

    @Override
    public void weave(WovenClass woven) {
        try {
            BundleRevision revision = woven.getBundleWiring().getRevision();
            if (!revision.getBundle().equals(own) && roster.isGuest(revision)) {
                check(woven, revision);
            }
        } catch (WeavingException e) {
            throw e;
        } catch (Throwable e) {
            throw new WeavingException(
                    "a guest's class could not be checked: " + e.getClass().getName());
        }
    }

    private void check(WovenClass woven, BundleRevision revision) {
        if (!roster.isAdmitted(revision)) {
            throw new WeavingException("`" + revision.getSymbolicName() + "` is not admitted: see sluice:admission");
        }
        if (!layers.weave()) {
            return;
        }
        Bundle bundle = revision.getBundle();
        List<Fault> faults = new ClassScan(allowList, name -> isOwn(bundle, name)).faults(woven.getBytes());
        if (!faults.isEmpty()) {
            throw new WeavingException(Texts.line(faults.get(0)));
        }
    }

    private static boolean isOwn(Bundle bundle, String className) {
        return bundle.getEntry(className.replace('.', '/') + ".class") != null;
    }
}
