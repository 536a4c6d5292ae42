package sluice.driver.smartbin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.driver.spi.Frame;

/** Frames in the sensors' formats, made up for these tests by hand from the payload descriptions. */
final class Frames {
    static final Instant RECEIVED = Instant.parse("2026-03-01T11:59:30Z");

    static final String STATION = """
            {"serialNumber": 4711, "streamType": "WASTE", "latestFullness": 7, "reason": "NOT_READY", "weightKg": 31.5,
             "temperatureC": 18.5, "batteryVoltage": 12.6, "lidOpenings": 412, "alerts": []}\
            """;

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

    static Frame json(String json) {
        return Frame.of(json.getBytes(StandardCharsets.UTF_8), RECEIVED).typed("application/json");
    }

    static Frame hex(String hex) {
        return Frame.of(HexFormat.of().parseHex(hex.replace(" ", "")), RECEIVED).counted(7);
    }

    /** Of every model at least one frame of each kind; the first of a model tells of the container: empty to three quarters, 950 mm to 450 mm. */
    static Map<String, List<Frame>> golden() {
        List<Frame> ultrasonic = List.of(
                ldds75(450, 214),
                ldds75(1100, -35),
                hex("0d4a01c200").onPort(2),
                hex("0d4a01c2").onPort(2));
        List<Frame> em400 = List.of(
                em400mud(450, false),
                em400mud(4000, true),
                hex("8367f6ff018482bc0201").onPort(85),
                hex("ff0bffff0101").onPort(85));
        Map<String, List<Frame>> golden = new TreeMap<>();
        golden.put("LDDS75", ultrasonic);
        golden.put("LDDS45", ultrasonic);
        golden.put("LDDS20", ultrasonic);
        golden.put("LDDS04", List.of(hex("8d4a 0200 01c2 0000 0384 01").onPort(2)));
        golden.put("LLDS12", List.of(hex("0d5c 00d6 01c2 0320 00 15 01").onPort(2)));
        golden.put("LMDS200", List.of(hex("0d4a 002d 0050 04").onPort(2)));
        golden.put("LDS03A", lid("0a", ""));
        golden.put("CPL01", lid("0e", "01"));
        golden.put("EM310-UDL", List.of(em310udl(450, false), em310udl(4000, true)));
        golden.put("EM400-MUD", em400);
        golden.put("EM400-UDL", em400);
        golden.put("R718PA22", netvox("9b", "02ee fff4 00 0000", "038407080100140100"));
        golden.put("R718PE", netvox("b1", "01 01c2 4b 000000", "038407080100640000"));
        golden.put("R718X", netvox("34", "01 01c2 0107 4b 0c", "038407080100640005"));
        golden.put("ELT-ULTRASONIC", elsys());
        golden.put("SENSECAP-DISTANCE", senseCap());
        golden.put(
                "FILLING-DEGREE",
                List.of(
                        hex("0e 002d 00 0753 114d").onPort(1),
                        hex("0b 002d").onPort(1),
                        hex("0c 002d 04").onPort(1),
                        hex("0d 04").onPort(2),
                        hex("0f").onPort(3)));
        golden.put("BIGBELLY", List.of(json(STATION), json(STATION.replace("[]", "[\"FIRE\", \"COMPACTOR\"]"))));
        return golden;
    }

    /** Open, 300 openings, the last of 20 s, at 11:59:20; one of the past; settings; 3.3 V. */
    private static List<Frame> lid(String number, String triggerMode) {
        return List.of(
                hex("01 00012c 000014 69a42a18").onPort(2),
                hex("00 00012b 000010 69a42a00").onPort(3),
                hex("001c20 01 00 003c" + triggerMode).onPort(4),
                hex(number + " 0110 02 ff 0ce4").onPort(5));
    }

    private static List<Frame> netvox(String type, String report, String settings) {
        return List.of(
                hex("01" + type + "01" + "a4" + report).onPort(6),
                hex("01" + type + "00 6e 04 20210128 00 00").onPort(6),
                hex("81" + type + "00 0000000000000000").onPort(7),
                hex("82" + type + settings).onPort(7));
    }

    private static List<Frame> elsys() {
        String frame = "01 00e2 02 29 03 01 27 05 07 0e10 0e 01c2";
        return List.of(hex(frame).onPort(1), hex(frame).onPort(5));
    }

    /** 45 cm; then version 1.2 and 1.4, 90 % and every 30 minutes, a probe taken off. */
    private static List<Frame> senseCap() {
        String measured = "01 1310 c8af0000";
        String told = "00 0000 0104 0102 00 0700 5a00 1e00 01 2001 00000000";
        return List.of(
                summed(measured).onPort(1),
                summed(told).onPort(1),
                summed(measured).onPort(2));
    }

    /** Adds CRC-16/KERMIT, least significant byte first. */
    static Frame summed(String hex) {
        int crc = 0;
        for (byte next : HexFormat.of().parseHex(hex.replace(" ", ""))) {
            crc ^= next & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0x8408;
            }
        }
        return hex(hex + littleEndian(crc));
    }

    private static String littleEndian(int word) {
        return "%02x%02x".formatted(word & 0xff, word >> 8);
    }
}
