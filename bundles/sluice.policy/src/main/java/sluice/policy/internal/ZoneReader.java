package sluice.policy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.broker.core.model.Zone;
import sluice.policy.internal.words.Names;
import sluice.yaml.Problems;
import sluice.yaml.YamlCode;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/** Reads one document of {@code zones/}: a named part of the city, by its corners. */
final class ZoneReader {
    /** No part of a city is larger; beyond it straight edges and distances would not be what a map shows. */
    private static final double LARGEST_DEGREES = 5;

    private static final double NEAREST_TO_POLE = 85;

    private final Problems problems;

    ZoneReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Zone> read(YamlMap document) {
        int before = problems.count();
        String name = document.text("zone");
        List<Zone.Corner> ring = corners(document);
        if (problems.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new Zone(name, ring, Names.where(document.at("zone"))));
    }

    private List<Zone.Corner> corners(YamlMap document) {
        List<Zone.Corner> ring = new ArrayList<>();
        for (YamlValue corner : document.list("corners")) {
            corner(corner).ifPresent(ring::add);
        }
        if (ring.size() > 1 && ring.get(0).equals(ring.get(ring.size() - 1))) {
            ring.remove(ring.size() - 1); // GeoJSON and others repeat the first corner at the end
        }
        if (ring.size() < Zone.FEWEST_CORNERS || ring.size() > Zone.MOST_CORNERS) {
            String counted = Zone.FEWEST_CORNERS + " to " + Zone.MOST_CORNERS + " corners, got " + ring.size();
            document.problem(YamlCode.BAD_VALUE, "corners", "a zone has " + counted);
        } else if (!isOfACity(ring)) {
            document.problem(
                    YamlCode.BAD_VALUE,
                    "corners",
                    "a zone is at most 5 degrees high and wide; is a corner `[latitude, longitude]`?");
        }
        return ring;
    }

    private static Optional<Zone.Corner> corner(YamlValue corner) {
        List<Double> degrees =
                corner.isList() ? corner.items().stream().map(YamlValue::number).toList() : List.of();
        boolean isSound =
                degrees.size() == 2 && Math.abs(degrees.get(0)) <= NEAREST_TO_POLE && Math.abs(degrees.get(1)) <= 180;
        if (!isSound) {
            corner.problem(
                    YamlCode.BAD_VALUE, "a corner is `[latitude, longitude]` in degrees, -85 to 85 and -180 to 180");
        }
        return isSound ? Optional.of(new Zone.Corner(degrees.get(0), degrees.get(1))) : Optional.empty();
    }

    /** Measured from the first corner the shorter way round, so that a zone may lie across the antimeridian. */
    private static boolean isOfACity(List<Zone.Corner> ring) {
        Zone.Corner first = ring.get(0);
        return ring.stream()
                .allMatch(corner -> Math.abs(corner.latitude() - first.latitude()) <= LARGEST_DEGREES
                        && Math.abs(Math.IEEEremainder(corner.longitude() - first.longitude(), 360))
                                <= LARGEST_DEGREES);
    }
}
