package sluice.itests.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom. Checks the classes of all modules as the build left them; everybody may know its own bundle. */
final class ArrowsTest {
    private static final String[] CORE_INSIDE = {
        "sluice.broker.core",
        "sluice.broker.core.flow..",
        "sluice.broker.core.guest..",
        "sluice.broker.core.intake..",
        "sluice.broker.core.noise..",
        "sluice.broker.core.plan..",
        "sluice.broker.core.recipient..",
        "sluice.broker.core.shape.."
    };

    private static final JavaClasses HOUSE = imported();

    /** Rules about classes that nobody compiled would all hold. */
    @Test
    void every_bundle_was_compiled() {
        assertThat(House.bundles())
                .filteredOn(bundle -> Files.isDirectory(bundle.resolve("src/main/java/sluice")))
                .allSatisfy(bundle -> assertThat(bundle.resolve("target/classes/sluice"))
                        .as("build the whole house first")
                        .isDirectory());
    }

    /** What ours are built from is copied into their jars. */
    @Test
    void drivers_know_java_and_their_api() {
        check("sluice.driver..", "sluice.driver.spi", "sluice.driver.kit..");
        check("sluice.driver.kit..", "sluice.driver.spi");
    }

    @Test
    void applications_know_java_and_their_api() {
        check("sluice.app..", "sluice.app.api");
        check("sluice.demo..", "sluice.app.api");
    }

    @Test
    void apis_know_java_and_not_each_other() {
        check("sluice.driver.spi..");
        check("sluice.app.api..");
    }

    /** Of {@code javax}, only what the JDK's base module brings for message authentication codes. */
    @Test
    void the_core_knows_java_and_the_apis() {
        check("sluice.broker.core..", "sluice.driver.spi", "sluice.app.api", "javax.crypto..");
    }

    @Test
    void the_journal_and_the_transparency_log_know_java() {
        check("sluice.journal..");
        check("sluice.tlog..");
    }

    /** An auditor's program that used the writer's code would repeat the writer's mistakes. */
    @Test
    void the_ledgers_verifier_knows_java() {
        check("sluice.ledger.verify..");
    }

    /** Whoever is inside the core can reach a raw reading. The shell embeds it; the testkit and the benchmarks never run in a city. */
    @Test
    void platform_bundles_know_model_and_ports_of_the_core_only() {
        noClasses()
                .that()
                .resideOutsideOfPackages("sluice.broker..", "sluice.testkit..", "sluice.benchmarks..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(CORE_INSIDE))
                .check(HOUSE);
    }

    @Test
    void nobody_knows_the_internals_of_another_bundle() {
        classes().should(new KnowsOwnInternalsOnly()).check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sluice.broker.core", "sluice.guard.internal"})
    void rooms_form_no_cycle_and_do_not_know_the_hall(String hall) {
        slices().matching(hall + ".(**)").should().beFreeOfCycles().check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage(hall + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(hall)
                .check(HOUSE);
    }

    private static void check(String who, String... whom) {
        classes().that().resideInAPackage(who).should(new KnowsOnly(whom)).check(HOUSE);
    }

    private static JavaClasses imported() {
        // A name is all that is asked of classes that are not ours.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        List<Path> compiled = House.bundles().stream()
                .map(bundle -> bundle.resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
        return new ClassFileImporter().importPaths(compiled);
    }
}
