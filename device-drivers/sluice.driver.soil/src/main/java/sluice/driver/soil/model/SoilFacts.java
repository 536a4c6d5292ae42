package sluice.driver.soil.model;

import sluice.driver.kit.Fact;

/** What only devices of parks state. Units are in the comments; the bounds of nutrients are the registers', since a city sets its own. */
public final class SoilFacts {
    public static final Fact NITROGEN = Fact.measured("nitrogen", 0, 65_535); // mg/kg
    public static final Fact PHOSPHORUS = Fact.measured("phosphorus", 0, 65_535); // mg/kg
    public static final Fact POTASSIUM = Fact.measured("potassium", 0, 65_535); // mg/kg
    public static final Fact VALVE_OPEN = Fact.measured("valve-open", 0, 1);
    public static final Fact LEAK = Fact.measured("leak", 0, 1);
    public static final Fact PULSES = Fact.measured("pulses", 0, 16_777_215);
    public static final Fact CABLE = Fact.fault("cable", 1);
    public static final Fact FRAUD = Fact.fault("fraud", 1);

    private SoilFacts() {}
}
