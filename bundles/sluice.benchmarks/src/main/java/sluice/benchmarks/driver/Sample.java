package sluice.benchmarks.driver;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import sluice.driver.alpr.AlprDriver;
import sluice.driver.alpr.CameraSettings;
import sluice.driver.parking.ParkingDriver;
import sluice.driver.parking.ParkingSettings;
import sluice.driver.smartbin.BinSettings;
import sluice.driver.smartbin.SmartbinDriver;
import sluice.driver.soil.SoilDriver;
import sluice.driver.soil.SoilSettings;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Session;
import sluice.driver.traffic.TrafficDriver;
import sluice.driver.traffic.TrafficSettings;

/**
 * A device and one of its frames.
 *
 * @param driver who reads it
 * @param config the device's settings
 * @param frame what it sent
 */
record Sample(Driver driver, Record config, Frame frame) {
    private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");

    private static final String STATION = """
            {"serialNumber": 4711, "latestFullness": 7, "weightKg": 31.5, "temperatureC": 18.5, "batteryVoltage": 12.6, "alerts": []}\
            """;
    private static final String DETECTOR = """
            {"dateObserved": "2026-03-01T12:00:00Z", "period": 60,
             "lanes": [{"lane": 1, "intensity": 12, "occupancy": 0.18, "averageVehicleSpeed": 43.5, "queueLength": 35}]}\
            """;
    private static final String PLATE = """
            {"version": 2, "data_type": "alpr_group", "epoch_start": 1772366400250, "best_plate_number": "CKTR428", "best_confidence": 91.5}\
            """;

    /** The sample of that name. */
    static Sample named(String name) {
        return switch (name) {
            case "smartbin-layout" -> bin("LDDS75", hex("0d4a01c20000d601", 2));
            case "smartbin-items" -> bin("EM400-MUD", hex("01755c0367d6000482c201050000", 85));
            case "smartbin-json" -> bin("BIGBELLY", json(STATION));
            case "soil-layout" -> soil("LSE01", hex("0d4a005a09920384014010", 2));
            case "soil-checksum" -> soil("SENSECAP", hex("01011098530000010210a87a0000af51", 1));
            case "parking-layout" ->
                new Sample(new ParkingDriver(), new ParkingSettings("TPS110-0392", null), hex("00fb", 2));
            case "traffic-json" ->
                new Sample(new TrafficDriver(), new TrafficSettings("DETECTOR", "king-st-w/3"), json(DETECTOR));
            case "alpr-json" -> new Sample(new AlprDriver(), new CameraSettings("king-st-w/3"), json(PLATE));
            default -> throw new IllegalArgumentException("no sample is called `" + name + "`");
        };
    }

    Session open() {
        return driver.open(new SampleDevice(config), new SampleTools());
    }

    private static Sample bin(String model, Frame frame) {
        return new Sample(new SmartbinDriver(), new BinSettings(model, 1200.0, 200.0, null), frame);
    }

    private static Sample soil(String model, Frame frame) {
        return new Sample(new SoilDriver(), new SoilSettings(model, null), frame);
    }

    private static Frame hex(String hex, int port) {
        return Frame.of(HexFormat.of().parseHex(hex), RECEIVED).onPort(port).counted(1);
    }

    private static Frame json(String json) {
        return Frame.of(json.getBytes(StandardCharsets.UTF_8), RECEIVED).typed("application/json");
    }
}
