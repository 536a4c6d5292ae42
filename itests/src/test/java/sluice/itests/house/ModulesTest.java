package sluice.itests.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person who opens any folder of the house may rely on. */
final class ModulesTest {
    private static final Pattern OWN_ARTIFACT =
            Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>", Pattern.DOTALL);

    /** A bundle's pom is a list of dependencies; set-up is in the parent. */
    @Test
    void a_bundles_pom_has_at_most_forty_lines() {
        assertThat(House.bundles())
                .allSatisfy(bundle -> assertThat(lines(bundle.resolve("pom.xml")))
                        .as(House.named(bundle))
                        .isLessThanOrEqualTo(40));
    }

    @Test
    void every_module_has_a_readme_of_at_most_sixty_lines() {
        assertThat(House.modules()).allSatisfy(module -> {
            Path readme = module.resolve("README.md");
            assertThat(readme).exists();
            assertThat(lines(readme)).as(House.named(readme)).isLessThanOrEqualTo(60);
        });
    }

    /** The folders of the top level have their names from Karaf's custom. */
    @Test
    void a_folder_is_named_as_its_artifact() {
        assertThat(House.modules()).allSatisfy(module -> {
            String folder = module.getFileName().toString();
            String expected = House.root().equals(module.getParent()) ? "sluice." + folder : folder;
            assertThat(artifactId(module)).as(House.named(module)).isEqualTo(expected);
        });
    }

    @Test
    void a_bundles_packages_begin_with_its_name() {
        assertThat(House.bundles())
                .allSatisfy(bundle -> assertThat(packages(bundle))
                        .allSatisfy(folder -> assertThat(folder)
                                .startsWith(bundle.resolve("src/main/java")
                                        .resolve(artifactId(bundle).replace('.', '/')))));
    }

    @Test
    void every_package_says_that_nothing_in_it_is_null_unless_it_says_so() {
        assertThat(House.modules())
                .allSatisfy(module -> assertThat(packages(module)).allSatisfy(folder -> {
                    Path description = folder.resolve("package-info.java");
                    assertThat(description).exists();
                    assertThat(House.text(description))
                            .as(House.named(description))
                            .contains("@NullMarked");
                }));
    }

    private static List<Path> packages(Path module) {
        Path sources = module.resolve("src/main/java");
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        return House.under(sources, path -> path.toString().endsWith(".java")).stream()
                .map(Path::getParent)
                .distinct()
                .toList();
    }

    private static String artifactId(Path module) {
        Matcher matcher = OWN_ARTIFACT.matcher(House.text(module.resolve("pom.xml")));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static long lines(Path file) {
        try (Stream<String> lines = House.text(file).lines()) {
            return lines.count();
        }
    }
}
