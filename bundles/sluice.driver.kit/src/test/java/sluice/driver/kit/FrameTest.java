package sluice.driver.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Items;
import sluice.driver.kit.frame.Layout;
import sluice.driver.kit.frame.Raw;
import sluice.driver.kit.maker.SenseCap;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

class FrameTest {
    private static final Fact LENGTH = Fact.measured("length", 0, 100);
    private static final Fact WARMTH = Fact.probe("warmth", -50, 50);

    @ParameterizedTest
    @CsvSource({
        "u8, 129",
        "s8, -127",
        "u16, 33154",
        "s16, -32382",
        "u24, 8487555",
        "u32, 2172814212",
        "s32, -2122153084",
        "u16Little, 33409",
        "s16Little, -32127",
        "s32Little, -2071756159"
    })
    void a_number_is_read_in_its_width_sign_and_order(String name, long expected) {
        Map<String, Raw> all = Map.of(
                "u8",
                Raw.u8(0),
                "s8",
                Raw.s8(0),
                "u16",
                Raw.u16(0),
                "s16",
                Raw.s16(0),
                "u24",
                Raw.u24(0),
                "u32",
                Raw.u32(0),
                "s32",
                Raw.s32(0),
                "u16Little",
                Raw.u16Little(0),
                "s16Little",
                Raw.s16Little(0),
                "s32Little",
                Raw.s32Little(0));
        Raw raw = Objects.requireNonNull(all.get(name));
        assertThat(raw.of(frame("81828384"), 0)).isEqualTo(expected);
        assertThat(raw.of(frame("ffff81828384"), 2)).isEqualTo(expected);
    }

    @Test
    void bits_are_cut_from_a_number() {
        assertThat(Raw.u16(0).bits(4, 0xff).of(frame("abcd"), 0)).isEqualTo(0xbc);
    }

    @ParameterizedTest
    @CsvSource({"01, TRUNCATED", "'', TRUNCATED", "010203, UNKNOWN_MESSAGE"})
    void a_layout_takes_its_length_only(String hex, Refusal refusal) {
        Layout layout = Layout.of(2, Field.of(LENGTH, Raw.u16(0)));
        assertThat(layout.read(frame(hex)).refusal()).contains(refusal);
        assertThat(layout.read(frame("0102")).value(LENGTH)).isEqualTo(258);
    }

    @ParameterizedTest
    @CsvSource({"0102, 2", "010203, 3", "01020304, 0"})
    void layouts_are_told_apart_by_their_length(String hex, double length) {
        Codec either =
                Layout.anyOf(Layout.of(2, Field.of(LENGTH, Raw.u8(1))), Layout.of(3, Field.of(LENGTH, Raw.u8(2))));
        Facts facts = either.read(frame(hex));
        assertThat(facts.value(LENGTH)).isEqualTo(length == 0 ? null : length);
        assertThat(either.read(frame("01")).refusal()).contains(Refusal.TRUNCATED);
    }

    @ParameterizedTest
    @CsvSource({
        "'', TRUNCATED",
        "01, TRUNCATED",
        "0105 02 00, TRUNCATED",
        "0105 03, UNKNOWN_MESSAGE",
        "0105 01, TRUNCATED"
    })
    void items_are_read_as_a_whole_or_not_at_all(String hex, Refusal refusal) {
        Items items = Items.typedBy(1).item(1, 1, Field.of(LENGTH, Raw.u8(0))).item(2, 2);
        assertThat(items.read(frame(hex)).refusal()).contains(refusal);
        assertThat(items.read(frame("02ffff 0105")).value(LENGTH)).isEqualTo(5);
    }

    @Test
    void a_number_that_means_none_states_nothing() {
        Facts facts = Layout.of(2, Field.of(LENGTH, Raw.u16(0)).unless(0xffff)).read(frame("ffff"));
        assertThat(facts.value(LENGTH)).isNull();
        assertThat(facts.isPlausible()).isTrue();
    }

    @Test
    void a_probe_out_of_bounds_is_not_there_and_a_measurement_is_implausible() {
        assertThat(Facts.none().say(WARMTH, 3276.7).value(WARMTH)).isNull();
        assertThat(Facts.none().say(WARMTH, 3276.7).isPlausible()).isTrue();
        assertThat(Facts.none().say(LENGTH, 101).isPlausible()).isFalse();
        assertThat(Facts.none().say(LENGTH, Double.NaN).isPlausible()).isFalse();
    }

    @Test
    void a_fact_may_be_stated_many_times() {
        Facts facts = Facts.none();
        for (int i = 40; i > 0; i--) {
            facts.say(LENGTH, i);
        }
        assertThat(facts.value(LENGTH)).isEqualTo(40);
        assertThat(facts.least(LENGTH)).isEqualTo(1);
        assertThat(facts.byKind().get("length")).hasSize(40);
    }

    @Test
    void a_model_reads_its_ports_only_and_no_more_than_the_radio_carries() {
        Model model = Model.named("A").on(2, frame -> Facts.none());
        assertThat(model.read(frame("01").onPort(2)).refusal()).isEmpty();
        assertThat(model.read(frame("01").onPort(3)).refusal()).contains(Refusal.UNKNOWN_PORT);
        assertThat(model.read(frame("01")).refusal()).contains(Refusal.UNKNOWN_PORT);
        assertThat(model.read(frame("00".repeat(243)).onPort(2)).refusal()).contains(Refusal.UNKNOWN_MESSAGE);
    }

    @Test
    void a_model_that_is_not_in_the_table_is_a_mistake_of_the_setting() {
        Models models = Models.of(Model.named("B"), Model.named("A"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> models.named("C"))
                .withMessage("`model` must be one of A, B");
        assertThat(models.names()).isEqualTo(List.of("A", "B"));
    }

    /** "123456789" has the check value 0x2189 (source: the catalogue of parametrised CRC algorithms, CRC-16/KERMIT). */
    @Test
    void sense_caps_checksum_is_kermit() {
        assertThat(SenseCap.read(frame("313233343536373839 8921")).refusal()).contains(Refusal.UNKNOWN_MESSAGE);
        assertThat(SenseCap.read(frame("313233343536373839 8922")).refusal()).contains(Refusal.MALFORMED);
    }

    private static Frame frame(String hex) {
        return Frame.of(HexFormat.of().parseHex(hex.replace(" ", "")), Instant.EPOCH);
    }
}
