package sluice.guard.agent;

import sluice.guard.rules.AllowList;
import sluice.guard.rules.ClassScan;

/** The allow-list over a guest's class, as the guard's weaving hook has it, once more in the JVM. */
final class GuestScan implements ArmedRule.Scan {
    private final AllowList list = AllowList.current();

    @Override
    public boolean passes(byte[] classFile, Origin origin) {
        return new ClassScan(list, origin.classes()::contains).faults(classFile).isEmpty();
    }
}
