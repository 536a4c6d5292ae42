package sluice.broker.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order of labels and the types of fields: all arithmetic stands on them. */
final class LabelTest {
    @Test
    void labels_are_ordered_from_nobody_to_one_person() {
        Label[] labels = Label.values();
        for (int low = 0; low < labels.length; low++) {
            for (int high = 0; high < labels.length; high++) {
                assertThat(labels[high].isAbove(labels[low])).isEqualTo(high > low);
                assertThat(labels[high].max(labels[low])).isEqualTo(labels[Math.max(low, high)]);
            }
        }
    }

    @Test
    void what_can_identify_leaves_no_raw_trace_at_rest() {
        assertThat(EnumSet.allOf(Label.class))
                .filteredOn(Label::forbidsRest)
                .containsOnly(Label.INDIRECT, Label.DIRECT);
    }

    @Test
    void what_is_about_one_person_is_a_disclosure() {
        assertThat(EnumSet.allOf(Label.class))
                .filteredOn(Label::isPersonLevel)
                .containsOnly(Label.PSEUDONYMOUS, Label.INDIRECT, Label.DIRECT);
    }

    @ParameterizedTest
    @EnumSource
    void a_label_is_read_in_any_case(Label label) {
        assertThat(Label.parse(label.name())).contains(label);
        assertThat(Label.parse(label.name().toLowerCase(Locale.ROOT))).contains(label);
        assertThat(Label.parse(label.name() + " ")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_type_is_read_as_the_catalogue_writes_it(ValueType type) {
        assertThat(ValueType.parse(type.toString())).contains(type);
        assertThat(ValueType.parse(type.name())).isEmpty();
    }

    @Test
    void numbers_and_truth_values_are_held_without_an_object() {
        Set<ValueType> primitive =
                Stream.of(ValueType.values()).filter(ValueType::isPrimitive).collect(Collectors.toSet());
        assertThat(primitive).containsOnly(ValueType.LONG, ValueType.DOUBLE, ValueType.BOOLEAN);
    }
}
