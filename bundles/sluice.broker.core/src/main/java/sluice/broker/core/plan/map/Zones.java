package sluice.broker.core.plan.map;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Zone;

/** The city's map, or a part of it. Where zones overlap the first one counts. Safe for several threads. */
public final class Zones {
    /** A city without a map. */
    public static final Zones NONE = new Zones(List.of());

    private final List<Zone> zones;
    private final List<Outline> outlines;
    /** Computed once: a policy is compiled often, and to look for a circle takes milliseconds. */
    private final Map<Integer, Double> breadths = new ConcurrentHashMap<>();

    private final Map<Set<String>, Zones> parts = new ConcurrentHashMap<>();

    /**
     * A map.
     *
     * @param zones in order of precedence
     */
    public Zones(Collection<Zone> zones) {
        this.zones = List.copyOf(zones);
        this.outlines =
                this.zones.stream().map(zone -> new Outline(zone.ring())).toList();
    }

    /**
     * A part of this map.
     *
     * @param names zones that it shall have
     * @return those of them that this map has, in its order; the same each time
     */
    public Zones only(Collection<String> names) {
        return parts.computeIfAbsent(Set.copyOf(names), this::part);
    }

    private Zones part(Set<String> names) {
        return new Zones(
                zones.stream().filter(zone -> names.contains(zone.name())).toList());
    }

    /**
     * The names of the zones.
     *
     * @return in order of precedence
     */
    public List<String> names() {
        return zones.stream().map(Zone::name).toList();
    }

    /**
     * The zone of a place.
     *
     * @param latitude degrees north
     * @param longitude degrees east
     * @return its name, or null if the place is in none
     */
    public @Nullable String at(double latitude, double longitude) {
        for (int i = 0; i < outlines.size(); i++) {
            if (outlines.get(i).holds(latitude, longitude)) {
                return zones.get(i).name();
            }
        }
        return null;
    }

    /**
     * The breadth of the narrowest zone: the diameter of a circle that lies in it and in none before it.
     *
     * @return metres, never too large; 0 for an empty map
     */
    public double narrowestMetres() {
        return breadths().min().orElse(0);
    }

    /**
     * The breadth of the broadest zone.
     *
     * @return metres, never too large; 0 for an empty map
     */
    public double broadestMetres() {
        return breadths().max().orElse(0);
    }

    private DoubleStream breadths() {
        return IntStream.range(0, outlines.size()).mapToDouble(i -> breadths.computeIfAbsent(i, this::breadth));
    }

    private double breadth(int index) {
        return Breadth.metres(outlines.get(index), outlines.subList(0, index));
    }
}
