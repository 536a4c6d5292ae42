package sluice.driver.alpr;

import java.util.List;
import sluice.driver.spi.Json;
import sluice.driver.spi.Tools;

/** What an {@code alpr_group} holds that nobody downstream may have. Counted, so that the operator sees what the camera collects. */
final class Discarded {
    private static final List<String> IMAGES = List.of("vehicle_crop_jpeg", "plate_crop_jpeg", "jpeg_bytes");
    private static final List<String> PEOPLE = List.of("faces", "occupants", "people");
    private static final List<String> VEHICLE = List.of("vehicle", "vehicle_signature", "vehicle_path");
    private static final List<String> PLACES = List.of("gps_latitude", "gps_longitude");

    private Discarded() {}

    static void count(Json group, Tools tools) {
        Json best = group.get("best_plate");
        note(tools, "discarded-candidates", elements(group, best, "candidates"));
        note(tools, "discarded-coordinates", elements(group, best, "coordinates") + present(group, best, PLACES));
        note(tools, "discarded-images", present(group, best, IMAGES));
        note(tools, "discarded-faces", present(group, best, PEOPLE));
        note(tools, "discarded-vehicle", present(group, best, VEHICLE));
    }

    private static void note(Tools tools, String code, long count) {
        if (count > 0) {
            tools.note(code, count);
        }
    }

    private static long elements(Json group, Json best, String name) {
        return group.get(name).items().size() + best.get(name).items().size();
    }

    private static long present(Json group, Json best, List<String> names) {
        return names.stream()
                .filter(name -> !group.get(name).isAbsent() || !best.get(name).isAbsent())
                .count();
    }
}
