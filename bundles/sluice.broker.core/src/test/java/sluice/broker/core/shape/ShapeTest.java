package sluice.broker.core.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.model.ValueType;

final class ShapeTest {
    private enum Colour {
        GREEN
    }

    private record Everything(
            String text,
            Colour colour,
            long whole,
            int small,
            @Nullable Long boxedLong,
            @Nullable Integer boxedInt,
            double number,
            @Nullable Double boxed,
            boolean flag,
            @Nullable Boolean boxedFlag,
            Instant at,
            Duration lasting,
            sluice.driver.spi.Point place,
            sluice.app.api.Point spot,
            List<String> texts,
            List<Long> longs,
            List<Double> doubles) {}

    private record Nested(Everything inside) {}

    private record Bytes(byte[] bytes) {}

    private record RawList(@SuppressWarnings("rawtypes") List list) {}

    private record Wildcards(List<?> list) {}

    private record Integers(List<Integer> list) {}

    private record ListOfLists(List<List<String>> list) {}

    private record ByName(Map<String, String> map) {}

    private record Float32(float value) {}

    private record Anything(Object value) {}

    private record AnyEnum(Enum<?> value) {}

    @Test
    void every_carrier_has_its_type_and_primitives_are_required() {
        Shape shape = Shape.of(Everything.class);

        assertThat(shape.signature())
                .isEqualTo("text:text,colour:text,whole:long!,small:long!,boxedLong:long,boxedInt:long,number:double!,"
                        + "boxed:double,flag:boolean!,boxedFlag:boolean,at:instant,lasting:duration,place:point,"
                        + "spot:point,texts:texts,longs:longs,doubles:doubles");
        assertThat(shape.requiredMask()).isEqualTo(0b1_0100_1100);
        assertThat(shape.indexOf("number")).isEqualTo(6);
        assertThat(shape.indexOf("nowhere")).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Nested.class,
                Bytes.class,
                RawList.class,
                Wildcards.class,
                Integers.class,
                ListOfLists.class,
                ByName.class,
                Float32.class,
                Anything.class,
                AnyEnum.class
            })
    void a_component_that_no_field_can_hold_is_named(Class<? extends Record> type) {
        RecordComponent component = type.getRecordComponents()[0];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(type))
                .withMessageContaining("`" + component.getName() + "`")
                .withMessageContaining("`" + type.getSimpleName() + "`")
                .withMessageContaining("`" + component.getType().getSimpleName() + "`");
    }

    @Test
    void thirty_two_components_fit_and_one_more_does_not() {
        Component one = new Component("n", ValueType.LONG, long.class, Object.class);
        Shape full = new Shape(Collections.nCopies(32, one));

        assertThat(full.requiredMask()).isEqualTo(-1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shape(Collections.nCopies(33, one)))
                .withMessageContaining("32")
                .withMessageContaining("33");
    }

    @Test
    void lists_of_other_elements_have_other_signatures() {
        assertThat(Arrays.asList(Shape.of(Texts.class), Shape.of(Longs.class), Shape.of(Doubles.class)))
                .extracting(Shape::signature)
                .doesNotHaveDuplicates();
    }

    private record Texts(List<String> list) {}

    private record Longs(List<Long> list) {}

    private record Doubles(List<Double> list) {}
}
