package sluice.driver.soil;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.driver.spi.Frame;

/** Frames in the devices' formats, made up for these tests by hand from the payload descriptions. */
final class Frames {
    static final Instant RECEIVED = Instant.parse("2026-03-01T11:59:30Z");

    private Frames() {}

    static Frame json(String json) {
        return Frame.of(json.getBytes(StandardCharsets.UTF_8), RECEIVED).typed("application/json");
    }

    static Frame hex(String hex) {
        return Frame.of(HexFormat.of().parseHex(hex.replace(" ", "")), RECEIVED).counted(7);
    }

    /** Of every model at least one frame of each kind. Soil is 24.5 % wet and 9 degrees warm, the air 21.4 degrees and 55 %, where both can be told. */
    static Map<String, List<Frame>> golden() {
        Map<String, List<Frame>> golden = new TreeMap<>();
        golden.put(
                "LSE01",
                List.of(
                        hex("0d4a 005a 0992 0384 0140 10").onPort(2),
                        hex("0d4a 0000 0992 ff9c 0140 00").onPort(2)));
        golden.put("LSPH01", List.of(hex("0d4a 0000 0294 005a 00 00 01").onPort(2)));
        golden.put("LSNPK01", List.of(hex("0d4a 0000 0020 0018 0120 10").onPort(2)));
        golden.put("LLMS01", List.of(hex("0d4a 0000 0154 00b4 00 00 01").onPort(2)));
        List<Frame> node = List.of(
                hex("0d4a 005a 0000 00 00d6 0226").onPort(2),
                hex("0d4a 005a 0000 0c 0064 7fff").onPort(2),
                hex("0d4a 7fff 0000 80 01f4 0000").onPort(2));
        golden.put("LSN50V2", node);
        golden.put("LSN50V2-D20", node);
        golden.put("LSN50V2-S31", node);
        golden.put(
                "EM500-SMTC",
                List.of(
                        hex("01755c 03675a00 04ca9209 057f4001").onPort(85),
                        hex("046831 ff0bff").onPort(85),
                        hex("83d75a000a0001").onPort(85)));
        golden.put(
                "DL-TRS12",
                List.of(
                        hex("02 1234 0003 5f98 805a 0140 0c1c").onPort(1),
                        hex("02 1234 0002 0c1c").onPort(1)));
        golden.put("DL-ATM41", List.of(hex("02 1234 0003" + ATM41 + "0c1c").onPort(1)));
        golden.put(
                "ELT-2",
                List.of(
                        hex("01 00d6 02 37 07 0e10 0c 005a").onPort(5),
                        hex("01 00d6 02 37").onPort(1)));
        golden.put(
                "SENSECAP",
                List.of(
                        summed("01 0610 28230000 01 0710 b45f0000").onPort(1),
                        summed("01 0110 98530000 01 0210 d8d60000").onPort(2),
                        summed("00 0700 5a00 1e00 01 2001 00000000").onPort(1)));
        golden.put(
                "LORA-E5", List.of(summed("01 0110 98530000 01 0210 d8d60000").onPort(14)));
        golden.put(
                "R72615A",
                List.of(
                        hex("0109 0a 24 0992 0384 ffff ff").onPort(6),
                        hex("0109 0c 24 085c 157c 00fa 00").onPort(6),
                        hex("0109 0d 24 00b4 00018bcd 00").onPort(6),
                        hex("0109 00 6e 04 20210128 00 00").onPort(6),
                        hex("8109 00 0000000000000000").onPort(7)));
        golden.put(
                "LPN-CM4",
                List.of(
                        hex("01 00 00 b4 03 085c 37").onPort(3),
                        hex("01 00 00 b4 04" + "085c37".repeat(8)).onPort(3),
                        hex("01 00 00 b4 000a 01 0000 32 00 00 46 14").onPort(100),
                        hex("01 00 00 b4 01 03").onPort(101)));
        golden.put(
                "SOIL-MOISTURE",
                List.of(
                        hex("0e 18 0384 0000").onPort(1),
                        hex("0e 18").onPort(1),
                        hex("0e").onPort(3)));
        golden.put(
                "SMART-EMITTER",
                List.of(
                        hex("33323030 31 23 5f42 8ccd 43 303030304646").onPort(4),
                        hex("73323030 50").onPort(4),
                        hex("33323030 30 56 30314646").onPort(4),
                        hex("33323030 30 40 3039").onPort(4)));
        golden.put("OPENSPRINKLER", List.of(json("{\"sn\": [0, 1, 0], \"nstations\": 3}")));
        return golden;
    }

    /** Sun 640 W/m2, rain 0.2 mm, wind 2.5 m/s from 180.0, 21.4 degrees, 1013.3 hPa, 55.0 %. */
    private static final String ATM41 =
            "8280 80c8 8000 8000 80fa 8708 8190 80d6 808c a795 8226 80d6 8000 8000 8000 8000 8000";

    /** Adds CRC-16/KERMIT, least significant byte first. */
    static Frame summed(String hex) {
        int crc = 0;
        for (byte next : HexFormat.of().parseHex(hex.replace(" ", ""))) {
            crc ^= next & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0x8408;
            }
        }
        return hex(hex + "%02x%02x".formatted(crc & 0xff, crc >> 8));
    }
}
