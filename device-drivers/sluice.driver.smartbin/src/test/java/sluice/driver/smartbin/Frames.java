package sluice.driver.smartbin;

import java.time.Instant;
import java.util.HexFormat;
import sluice.driver.spi.Frame;

/** Frames of the three sensors, made up for these tests from the payload definitions. */
final class Frames {
    static final Instant RECEIVED = Instant.parse("2026-03-01T11:59:30Z");

    private Frames() {}

    /** 3.402 V, a frame by the clock, a thermometer and a probe. */
    static Frame ldds75(int distanceMm, int tenthsOfDegrees) {
        return hex("0d4a%04x00%04x01".formatted(distanceMm, tenthsOfDegrees & 0xffff))
                .onPort(2);
    }

    /** 92 %, 21.4 degrees. */
    static Frame em400mud(int distanceMm, boolean tilted) {
        return hex("01755c" + "0367d600" + "0482" + littleEndian(distanceMm) + (tilted ? "050001" : "050000"))
                .onPort(85);
    }

    /** 64 %. */
    static Frame em310udl(int distanceMm, boolean tilted) {
        return hex("017540" + "0382" + littleEndian(distanceMm) + (tilted ? "040001" : "040000"))
                .onPort(85);
    }

    static Frame hex(String hex) {
        return Frame.of(HexFormat.of().parseHex(hex), RECEIVED).counted(7);
    }

    private static String littleEndian(int word) {
        return "%02x%02x".formatted(word & 0xff, word >> 8);
    }
}
