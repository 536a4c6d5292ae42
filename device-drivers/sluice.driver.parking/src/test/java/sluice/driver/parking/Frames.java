package sluice.driver.parking;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.driver.spi.Frame;

/** Frames and messages in the devices' formats, made up for these tests by hand from their descriptions. */
final class Frames {
    static final Instant RECEIVED = Instant.parse("2026-03-01T11:59:30Z");
    static final Instant STATED = Instant.parse("2026-03-01T11:55:00Z");

    static final String GATE = "{\"entries\": 1204, \"exits\": 1131, \"dateObserved\": \"2026-03-01T06:55:00-05:00\"}";
    static final String CAR_PARK =
            "{\"type\": \"OffStreetParking\", \"totalSpotNumber\": 400, \"availableSpotNumber\": 100,"
                    + " \"dateObserved\": \"2026-03-01T11:55:00Z\"}";

    private Frames() {}

    static Frame json(String json) {
        return Frame.of(json.getBytes(StandardCharsets.UTF_8), RECEIVED).typed("application/json");
    }

    static Frame hex(String hex) {
        return Frame.of(HexFormat.of().parseHex(hex.replace(" ", "")), RECEIVED).counted(7);
    }

    /** Of every model at least one frame of each kind; the first says that the bay is taken, the second that it is free, where it can. */
    static Map<String, List<Frame>> golden() {
        Map<String, List<Frame>> golden = new TreeMap<>();
        golden.put(
                "TPS110-0292",
                List.of(
                        hex("01").onPort(1),
                        hex("00 fb").onPort(2),
                        hex("01").onPort(2),
                        hex("2503 0000 0000 0000 0000 0000 00 1d 02 02 01").onPort(3),
                        hex("10 00 00 00 d1 00 00 00 07 00").onPort(6)));
        golden.put(
                "TPS110-0392",
                List.of(
                        hex("01").onPort(1),
                        hex("00 fb").onPort(2),
                        hex("00 00 00 10 97 03 20 d1 00 07 0000 00 27 02 02 01").onPort(3),
                        hex("00 00000039").onPort(5),
                        hex("01 00000e10").onPort(5),
                        hex("00 00 00 10 97 03 20 d1 00 07").onPort(6)));
        golden.put(
                "NPS310",
                List.of(
                        hex("01").onPort(1),
                        hex("00").onPort(2),
                        hex("01 0e 00 03 01").onPort(3)));
        golden.put(
                "TEKZIPARK",
                List.of(
                        hex("a8 14 07").onPort(1),
                        hex("28 ec 07 b5 0011 0022 0033").onPort(1),
                        hex("8a 14 07 01 02 fd 00 00 00 03 00 00").onPort(2)));
        golden.put("GATE-COUNTER", List.of(json(GATE), json("{\"entries\": 0, \"exits\": 0}")));
        golden.put("CAR-PARK", List.of(json(CAR_PARK)));
        return golden;
    }
}
