package sluice.driver.kit;

/** Facts about soil, leaves and weather that several makers state. Units are in the comments. */
public final class Outdoors {
    public static final Fact SOIL_MOISTURE = Fact.measured("soil-moisture", 0, 100); // % by volume
    public static final Fact SOIL_TEMPERATURE = Fact.measured("soil-temperature", -40, 80); // Cel
    public static final Fact SOIL_CONDUCTIVITY = Fact.measured("soil-conductivity", 0, 65_535); // uS/cm
    public static final Fact SOIL_TENSION = Fact.measured("soil-tension", -500, 0); // kPa
    public static final Fact SOIL_PH = Fact.measured("soil-ph", 0, 14);
    public static final Fact PERMITTIVITY = Fact.measured("permittivity", 1, 100);
    public static final Fact LEAF_WETNESS = Fact.measured("leaf-wetness", 0, 100); // %
    public static final Fact LEAF_TEMPERATURE = Fact.measured("leaf-temperature", -40, 85); // Cel
    public static final Fact WIND_SPEED = Fact.measured("wind-speed", 0, 75); // m/s
    public static final Fact WIND_DIRECTION = Fact.measured("wind-direction", 0, 360); // deg, from north
    public static final Fact RAIN = Fact.measured("rain", 0, 500); // mm since the last frame
    public static final Fact RAIN_RATE = Fact.measured("rain-rate", 0, 500); // mm/h
    public static final Fact SUN = Fact.measured("solar-radiation", 0, 2_000); // W/m2

    private Outdoors() {}
}
