package sluice.itests.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;

/** Holds for a class that depends on no package {@code .internal} of another bundle of ours. */
final class KnowsOwnInternalsOnly extends ArchCondition<JavaClass> {
    private static final Pattern INTERNAL = Pattern.compile("sluice\\..*\\binternal\\b.*");

    KnowsOwnInternalsOnly() {
        super("know no internals but their own bundle's");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            boolean fine = !INTERNAL.matcher(target.getPackageName()).matches()
                    || Bundles.of(target).equals(Bundles.of(type));
            events.add(new SimpleConditionEvent(type, fine, dependency.getDescription()));
        }
    }
}
