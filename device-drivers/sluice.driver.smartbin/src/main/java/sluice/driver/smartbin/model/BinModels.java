package sluice.driver.smartbin.model;

import java.util.Set;
import sluice.driver.kit.Model;
import sluice.driver.kit.Models;
import sluice.driver.kit.maker.Elsys;
import sluice.driver.kit.maker.SenseCap;

/** The table of models. */
public final class BinModels {
    /** All of LoRaWAN. */
    public static final Models ALL = Models.of(
            Model.named("LDDS75").on(2, DraginoDistance::ultrasonic),
            Model.named("LDDS45").on(2, DraginoDistance::ultrasonic),
            Model.named("LDDS20").on(2, DraginoDistance::ultrasonic),
            Model.named("LDDS04").on(2, DraginoDistance::fourProbes),
            Model.named("LLDS12").on(2, DraginoDistance::lidar),
            Model.named("LMDS200").on(2, DraginoDistance::radar),
            DraginoLid.model("LDS03A", 0x0a, false),
            DraginoLid.model("CPL01", 0x0e, true),
            MilesightDistance.EM310_UDL,
            MilesightDistance.em400("EM400-MUD"),
            MilesightDistance.em400("EM400-UDL"),
            NetvoxLevel.R718PA22,
            NetvoxLevel.R718PE,
            NetvoxLevel.R718X,
            Model.named("ELT-ULTRASONIC").on(1, Elsys.items()).on(5, Elsys.items()),
            Model.named("SENSECAP-DISTANCE").on(1, SenseCap::read).on(2, SenseCap::read),
            TeneoFilling.MODEL);

    private static final Set<String> WITHOUT_DISTANCE = Set.of("LDS03A", "CPL01");

    private static final Set<String> IN_STEPS = Set.of("LMDS200", "FILLING-DEGREE");

    private BinModels() {}

    /**
     * Whether the city has to say how deep the container is.
     *
     * @param model one of the table
     * @return false for a model that only watches the lid
     */
    public static boolean measuresDistance(Model model) {
        return !WITHOUT_DISTANCE.contains(model.name());
    }

    /**
     * Whether the city has to say how long a step of the distance is.
     *
     * @param model one of the table
     * @return true for those whose makers name no unit
     */
    public static boolean sendsSteps(Model model) {
        return IN_STEPS.contains(model.name());
    }
}
