package sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComponentsTest {
    private enum Colour {
        GREY
    }

    private record Good(
            String text, long count, @Nullable Double share, Colour colour, Instant at, List<Long> counts) {}

    private record Bad(Map<String, String> map, List<Instant> instants, float share, Good nested) {}

    private record Empty() {}

    @Test
    void the_types_of_the_two_apis_may_cross() {
        assertThat(Components.faults(Good.class)).isEmpty();
    }

    @Test
    void anything_else_is_named_component_by_component() {
        assertThat(Components.faults(Bad.class))
                .hasSize(4)
                .anyMatch(fault -> fault.startsWith("Bad.map"))
                .anyMatch(fault -> fault.startsWith("Bad.instants"));
    }

    @Test
    void a_record_without_components_says_nothing() {
        assertThat(Components.faults(Empty.class)).hasSize(1);
    }
}
