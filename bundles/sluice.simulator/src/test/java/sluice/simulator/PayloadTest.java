package sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PayloadTest {
    private static final HexFormat HEX = HexFormat.of();

    // 3.6 V, 2,799 mm, no interrupt, 12.3 degrees, sensor present: counted by hand from the maker's table
    @Test
    void dragino_writes_big_endian() {
        assertThat(HEX.formatHex(Payload.ldds75(new Measurement(2_799, 12.3, 100, false))))
                .isEqualTo("0e10" + "0aef" + "00" + "007b" + "01");
    }

    @Test
    void milesight_writes_channels_in_little_endian() {
        assertThat(HEX.formatHex(Payload.em400(new Measurement(1_300, 27.5, 92, true))))
                .isEqualTo("01755c" + "03671301" + "04821405" + "050001");
    }

    @Test
    void a_frost_is_negative() {
        assertThat(HEX.formatHex(Payload.ldds75(new Measurement(500, -4.5, 100, false))))
                .contains("ffd3");
        assertThat(HEX.formatHex(Payload.em400(new Measurement(500, -4.5, 100, false))))
                .contains("0367d3ff");
    }
}
