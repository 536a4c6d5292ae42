package sluice.driver.alpr;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import sluice.driver.spi.Frame;

/** Messages in the agent's format, made up for these tests. */
final class Messages {
    static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:05Z");
    static final Instant SEEN = Instant.parse("2026-03-01T12:00:00.250Z");

    static final String GROUP = """
            {"version": 2, "data_type": "alpr_group", "epoch_start": 1772366400250, "epoch_end": 1772366402000,
             "camera_id": 7, "best_plate_number": "CKTR428", "best_confidence": 91.5, "best_region": "ca-on",
             "vehicle_crop_jpeg": "c2VjcmV0", "gps_latitude": 43.6, "gps_longitude": -79.3, "travel_direction": 211.5,
             "candidates": [{"plate": "CKTR428", "confidence": 91.5}, {"plate": "CKTR42B", "confidence": 80.25}],
             "vehicle": {"color": [{"name": "grey", "confidence": 70.0}]},
             "best_plate": {"plate": "CKTR42B", "confidence": 93.75, "region": "ca-qc", "plate_crop_jpeg": "c2VjcmV0",
              "coordinates": [{"x": 1, "y": 2}, {"x": 3, "y": 2}, {"x": 3, "y": 4}, {"x": 1, "y": 4}],
              "candidates": [{"plate": "CKTR42B", "confidence": 93.75}]}}
            """;

    static final String OLD_GROUP = """
            {"version": 1, "data_type": "alpr_group", "epoch_start": 1772366400250,
             "best_plate": {"plate": "BNDV117", "confidence": 88, "region": "on"}}
            """;

    static final String HEARTBEAT = """
            {"version": 1, "data_type": "heartbeat", "timestamp": 1772366400000, "internal_ip_address": "10.0.0.9",
             "cpu_usage_percent": 18.6, "video_streams": [
              {"camera_id": 7, "fps": 12, "is_streaming": true, "url": "rtsp://10.0.0.5/live"},
              {"camera_id": 8, "fps": 0, "is_streaming": false, "url": "rtsp://10.0.0.6/live"},
              {"camera_id": 9}]}
            """;

    private Messages() {}

    static Frame frame(String json) {
        return Frame.of(json.getBytes(StandardCharsets.UTF_8), RECEIVED).typed("application/json");
    }
}
