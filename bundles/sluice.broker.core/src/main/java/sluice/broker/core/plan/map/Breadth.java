package sluice.broker.core.plan.map;

import java.util.List;

/**
 * How broad the part of the city is that one zone's name stands for: the diameter of the largest circle found in it, clear of every zone
 * that comes before it. Wherever it is looked for, what is found is there, so the result is never too large; it is within a few per cent
 * of the largest circle for zones as cities draw them.
 */
final class Breadth {
    private static final int PARTS = 24;
    private static final int REFINEMENTS = 60;
    private static final double[][] AROUND = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}};

    private final Outline own;
    private final List<Outline> before;
    private double bestMetres;
    private double bestLatitude;
    private double bestLongitude;

    private Breadth(Outline own, List<Outline> before) {
        this.own = own;
        this.before = before;
    }

    static double metres(Outline own, List<Outline> before) {
        Breadth breadth = new Breadth(own, before);
        breadth.search();
        return 2 * breadth.bestMetres;
    }

    private void search() {
        double[] box = own.box();
        double high = (box[1] - box[0]) / PARTS;
        double wide = (box[3] - box[2]) / PARTS;
        for (int i = 0; i < PARTS; i++) {
            for (int k = 0; k < PARTS; k++) {
                look(box[0] + (i + 0.5) * high, box[2] + (k + 0.5) * wide);
            }
        }
        refine(high, wide);
    }

    private void refine(double high, double wide) {
        double part = 1;
        for (int i = 0; i < REFINEMENTS; i++) {
            double last = bestMetres;
            double latitude = bestLatitude;
            double longitude = bestLongitude;
            for (double[] step : AROUND) {
                look(latitude + step[0] * part * high, longitude + step[1] * part * wide);
            }
            part = bestMetres > last ? part : part / 2;
        }
    }

    private void look(double latitude, double longitude) {
        double metres = Math.abs(latitude) <= 90 && isOwn(latitude, longitude) ? clearance(latitude, longitude) : 0;
        if (metres > bestMetres) {
            bestMetres = metres;
            bestLatitude = latitude;
            bestLongitude = longitude;
        }
    }

    private boolean isOwn(double latitude, double longitude) {
        return own.holds(latitude, longitude)
                && before.stream().noneMatch(outline -> outline.holds(latitude, longitude));
    }

    private double clearance(double latitude, double longitude) {
        double metres = own.metresToEdge(latitude, longitude);
        for (Outline outline : before) {
            metres = Math.min(metres, outline.metresToEdge(latitude, longitude));
        }
        return metres;
    }
}
