package sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The contracts fail a guest with what the guard would say of it. */
final class PurityTest {
    @Test
    void what_a_guest_may_not_use_is_named_with_its_substitute() {
        assertThat(Purity.faults(PurityTest.class))
                .filteredOn(fault -> fault.startsWith("sluice.testkit.PurityTest$Impure: "))
                .containsExactlyInAnyOrder(
                        "sluice.testkit.PurityTest$Impure: java.lang.Math.random() (member-denied); instead: new java.util.Random(seed)",
                        "sluice.testkit.PurityTest$Impure: java.lang.String.intern() (member-denied); instead: the text itself; compare with equals",
                        "sluice.testkit.PurityTest$Impure: java.lang.System.getenv(java.lang.String) (member-not-allowed); instead: the device's or component's configuration",
                        "sluice.testkit.PurityTest$Impure: java.time.Instant.now() (member-denied); instead: the platform's clock: Tools.clock(), Context.now()");
    }

    @Test
    void records_lambdas_switches_and_joined_text_are_pure() {
        assertThat(Purity.faults(PurityTest.class)).noneMatch(fault -> fault.contains("PurityTest$Pure"));
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
