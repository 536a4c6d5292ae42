package sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PurityTest {
    /** This test kit reads files and reflects, as a stranger may not: it is the positive control. */
    @Test
    void files_reflection_and_foreign_libraries_are_named() {
        assertThat(Purity.faults(Purity.class))
                .contains("Purity.class uses java.nio.file.Files")
                .contains("Components.class uses java.lang.reflect.RecordComponent")
                .anyMatch(fault -> fault.contains("org.assertj"));
    }

    @Test
    void members_are_denied_one_by_one() {
        assertThat(Purity.faults(PurityTest.class))
                .anyMatch(fault -> fault.startsWith("PurityTest$Impure.class uses java.lang.Math.random"))
                .anyMatch(fault -> fault.startsWith("PurityTest$Impure.class uses java.lang.String.intern"))
                .anyMatch(fault -> fault.startsWith("PurityTest$Impure.class uses java.lang.System.getenv"))
                .anyMatch(fault -> fault.startsWith("PurityTest$Impure.class uses java.time.Instant.now"));
    }

    @Test
    void records_lambdas_switches_and_joined_text_are_pure() {
        assertThat(Purity.faults(PurityTest.class)).noneMatch(fault -> fault.startsWith("PurityTest$Pure"));
        assertThat(Pure.describe(new Pure(3))).isEqualTo("several: 3");
    }

    private record Pure(int count) {
        static String describe(Pure pure) {
            java.util.function.Supplier<String> word = () -> switch (pure.count()) {
                case 0 -> "none";
                case 1 -> "one";
                default -> "several";
            };
            return word.get() + ": " + pure.count();
        }
    }

    private record Impure(String text) {
        Impure {
            text = (text + Math.random() + System.getenv("SLUICE") + java.time.Instant.now()).intern();
        }
    }

    @Test
    void the_controls_exist() {
        assertThat(new Impure("a").text()).startsWith("a");
    }
}
