package sluice.itests.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Comparator;
import java.util.List;

/** Tells the bundle of a class by its package: a bundle's packages begin with its name. */
final class Bundles {
    private static final List<String> LONGEST_FIRST = House.bundles().stream()
            .map(folder -> folder.getFileName().toString())
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();

    private Bundles() {}

    /** The bundle's symbolic name, or the package's if the class is none of ours. */
    static String of(JavaClass type) {
        String inside = type.getPackageName() + ".";
        return LONGEST_FIRST.stream()
                .filter(name -> inside.startsWith(name + "."))
                .findFirst()
                .orElse(type.getPackageName());
    }
}
