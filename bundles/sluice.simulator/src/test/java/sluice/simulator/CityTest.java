package sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CityTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @Test
    void the_same_seed_gives_the_same_city_and_the_same_day() {
        assertThat(City.of(7)).isEqualTo(City.of(7)).isNotEqualTo(City.of(8));
        assertThat(day(7)).isEqualTo(day(7)).isNotEqualTo(day(8));
    }

    @Test
    void twenty_bins_report_through_each_network_under_their_own_addresses() {
        List<Bin> bins = City.of(1).bins();
        assertThat(bins)
                .hasSize(40)
                .extracting(Bin::devEui)
                .doesNotHaveDuplicates()
                .allMatch(it -> it.matches("[0-9a-f]{16}"));
        assertThat(bins).filteredOn(bin -> bin.network() == Bin.Network.TTN).hasSize(20);
    }

    @Test
    void a_bin_fills_is_emptied_and_never_measures_beyond_its_walls() {
        Bin bin = City.of(1).bins().get(0);
        BinModel model = City.of(1).models(NOON).get(0);
        List<Integer> distances = Stream.generate(model::measure)
                .limit(2_000)
                .map(Measurement::distanceMm)
                .toList();
        assertThat(distances).allMatch(it -> it >= Bin.FULL_MM && it <= bin.floorMm());
        assertThat(distances).anyMatch(it -> it < Bin.FULL_MM + 300).anyMatch(it -> it > bin.floorMm() - 300);
    }

    // a device that starts again must not repeat counters, or its readings would pass for duplicates
    @Test
    void frame_counters_rise_and_go_on_above_after_a_restart() {
        BinModel first = City.of(1).models(NOON).get(0);
        long last = Stream.generate(() -> first.report(NOON).count()).limit(50).reduce(0L, Math::max);
        assertThat(City.of(1).models(NOON.plusSeconds(1)).get(0).report(NOON).count())
                .isGreaterThan(last);
    }

    @Test
    void plates_are_nobodys() {
        PlateReader reader = City.of(1).readers().get(0);
        assertThat(reader.group(NOON))
                .containsPattern("\"best_plate_number\":\"SIM\\d{4}\"")
                .contains("\"data_type\":\"alpr_group\"");
        assertThat(reader.heartbeat(NOON))
                .contains("\"data_type\":\"heartbeat\"")
                .doesNotContain("SIM");
    }

    private static List<String> day(long seed) {
        return City.of(seed).models(NOON).stream()
                .map(model -> model.report(NOON).json())
                .toList();
    }
}
