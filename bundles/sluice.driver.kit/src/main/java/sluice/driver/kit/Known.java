package sluice.driver.kit;

/** Facts that devices of several makers and drivers state. Units are in the comments; flags are 0 or 1. */
public final class Known {
    // of the device itself
    public static final Fact BATTERY_VOLTS = Fact.health("battery-voltage", 0.5, 60); // V
    public static final Fact BATTERY_LEVEL = Fact.health("battery-level", 0, 1); // 0 empty, 1 new
    public static final Fact BATTERY_LOW = Fact.fault("battery-low", 1);
    public static final Fact FAULT = Fact.fault("fault", 65_535); // the maker's code; 0 none
    public static final Fact RESET = Fact.health("reset-cause", 0, 255); // the maker's code
    public static final Fact TAMPERED = Fact.fault("tampered", 1);
    public static final Fact CHARGING = Fact.fault("charging", 1);
    public static final Fact CLOCK = Fact.untold("clock"); // seconds since 1970 by the device's clock

    // what it says only so that its frame is understood
    public static final Fact TRIGGER = Fact.untold("trigger");
    public static final Fact MESSAGE_TYPE = Fact.untold("message-type");
    public static final Fact INTERVAL = Fact.untold("report-interval"); // s
    public static final Fact INTERVAL_MOST = Fact.untold("report-interval-most"); // s
    public static final Fact SOFTWARE = Fact.untold("software-version");
    public static final Fact HARDWARE = Fact.untold("hardware-version");
    public static final Fact RELEASED = Fact.untold("firmware-date"); // as the decimal number yyyymmdd
    public static final Fact ACCEPTED = Fact.untold("setting-accepted");
    public static final Fact SETTING = Fact.untold("setting");

    // of the air
    public static final Fact TEMPERATURE = Fact.measured("temperature", -60, 130); // Cel
    public static final Fact PROBE_TEMPERATURE = Fact.probe("probe-temperature", -55, 125); // Cel
    public static final Fact HUMIDITY = Fact.measured("humidity", 0, 100); // %
    public static final Fact PRESSURE = Fact.probe("pressure", 300, 1_200); // hPa
    public static final Fact LIGHT = Fact.measured("light", 0, 200_000); // lx
    public static final Fact MOTION = Fact.untold("motion");
    public static final Fact SOUND = Fact.untold("sound");

    // of space
    public static final Fact DISTANCE = Fact.measured("distance", 0, 65_535); // mm
    public static final Fact ACCELERATION = Fact.untold("acceleration"); // x, y, z in the maker's steps

    private Known() {}
}
