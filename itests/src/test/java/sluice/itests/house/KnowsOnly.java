package sluice.itests.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Holds for a class that depends on {@code java}, its own bundle and the given packages. */
final class KnowsOnly extends ArchCondition<JavaClass> {
    private static final DescribedPredicate<JavaClass> ALWAYS = resideInAnyPackage(
            "java..",
            // Read by the compiler and by bnd; none of them is there while the platform runs.
            "org.jspecify.annotations",
            "org.osgi.annotation..",
            "org.osgi.service.component.annotations");

    private final DescribedPredicate<JavaClass> others;

    KnowsOnly(String... others) {
        super("know only java, their own bundle, and " + String.join(", ", others));
        this.others = ALWAYS.or(resideInAnyPackage(others));
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            boolean fine = target.isPrimitive() || Bundles.of(target).equals(Bundles.of(type)) || others.test(target);
            events.add(new SimpleConditionEvent(type, fine, dependency.getDescription()));
        }
    }
}
