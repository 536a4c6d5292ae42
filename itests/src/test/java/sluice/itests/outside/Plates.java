package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/** What an OpenALPR camera says. */
public final class Plates {
    private Plates() {}

    /** A vehicle that went by. */
    public static byte[] group(String plate, Instant at) {
        return group(plate, 93.5, at);
    }

    public static byte[] group(String plate, double confidence, Instant at) {
        return """
                {"version":1,"data_type":"alpr_group","epoch_start":%2$d,"epoch_end":%2$d,"site_id":"itests","camera_id":1,\
                "uuids":["itests-%2$d"],"best_plate":{"plate":"%1$s","confidence":%3$s,"region":"ca-on",\
                "candidates":[{"plate":"%1$s","confidence":%3$s}]},\
                "best_confidence":%3$s,"best_region":"ca-on","best_plate_number":"%1$s"}""".formatted(plate, at.toEpochMilli(), confidence).getBytes(UTF_8);
    }
}
