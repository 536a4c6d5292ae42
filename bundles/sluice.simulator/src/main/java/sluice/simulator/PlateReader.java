package sluice.simulator;

import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/** What a camera posts, in OpenALPR's words. A plate is {@code SIM} and four digits: nobody's. */
final class PlateReader {
    private final Camera camera;
    private final SplittableRandom chance;
    private long vehicles;

    PlateReader(Camera camera, SplittableRandom chance) {
        this.camera = camera;
        this.chance = chance;
    }

    Camera camera() {
        return camera;
    }

    /** One vehicle that went by. One in ten is read badly. */
    String group(Instant at) {
        String plate = "SIM%04d".formatted(chance.nextInt(10_000));
        double confidence = chance.nextInt(10) == 0 ? chance.nextDouble(60, 84) : chance.nextDouble(88, 99);
        String uuid = "%s-cam%d-%d-%d".formatted(camera.id(), camera.number(), at.toEpochMilli(), ++vehicles);
        return String.format(
                Locale.ROOT,
                """
                {"version":1,"data_type":"alpr_group","epoch_start":%2$d,"epoch_end":%3$d,\
                "company_id":"00000000-0000-4000-8000-000000000000","site_id":"%4$s","camera_id":%5$d,"uuids":["%6$s"],\
                "best_plate":{"plate":"%1$s","confidence":%7$.4f,"matches_template":0,"region":"zz","region_confidence":0,\
                "coordinates":[{"x":204,"y":134},{"x":709,"y":222},{"x":658,"y":500},{"x":167,"y":383}],\
                "candidates":[{"plate":"%1$s","confidence":%7$.4f,"matches_template":0}]},\
                "best_confidence":%7$.4f,"best_uuid":"%6$s","best_plate_number":"%1$s"}""",
                plate,
                at.toEpochMilli() - 900,
                at.toEpochMilli(),
                camera.id(),
                camera.number(),
                uuid,
                confidence);
    }

    /** The camera lives. */
    String heartbeat(Instant at) {
        return """
                {"version":1,"data_type":"heartbeat","company_id":"00000000-0000-4000-8000-000000000000","site_id":"%1$s",\
                "timestamp":%2$d,"system_uptime_seconds":%3$d,"daemon_uptime_seconds":%3$d,"cpu_cores":2,"cpu_usage_percent":21.5,\
                "memory_consumed_bytes":500000000,"memory_total_bytes":2000000000,"processing_threads_active":1,\
                "processing_threads_configured":1,"beanstalk_queue_size":0,\
                "video_streams":[{"camera_id":%4$d,"fps":12,"is_streaming":true,"last_update":%2$d}]}""".formatted(camera.id(), at.toEpochMilli(), at.getEpochSecond() % 86_400, camera.number());
    }
}
