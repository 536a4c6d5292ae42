package sluice.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.policy.internal.words.Ucum;

/** Examples from the UCUM specification and its table of common codes. */
class UcumTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "%",
                "Cel",
                "m",
                "mm",
                "km/h",
                "m/s2",
                "m.s-2",
                "ug/m3",
                "kg.m/s2",
                "kW.h",
                "dB[SPL]",
                "/min",
                "{vehicles}/h",
                "10*3/uL",
                "mm[Hg]",
                "[ppm]",
                "[degF]",
                "cm3",
                "dar",
                "MiBy",
                "kbit/s",
                "m2{leaf}",
                "1/(h.m2)",
                "10*-3",
                "a",
                "d"
            })
    void a_code_is_a_unit(String code) {
        assertThat(Ucum.isUnit(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "celsius", "°C", "C°", "kmh", "kph", "m/", "m//s", "(m", "m)", "kmin", "percent", "m s", "{a",
                "m^2", "sec", "k%", "0", "[ppm", "µg/m3", "m.", "()", "k"
            })
    void another_text_is_none(String code) {
        assertThat(Ucum.isUnit(code)).isFalse();
    }

    @Test
    void the_common_codes_are_units_and_one_of_them_is_proposed() {
        assertThat(Ucum.COMMON).allMatch(Ucum::isUnit);
        City city = new City().replacing("catalogue/traffic.yaml", "unit: \"1\"", "unit: cel");

        assertThat(city.problems())
                .contains("`catalogue/traffic.yaml` line 4: `cel` is no unit of UCUM; did you mean `Cel`?");
    }
}
