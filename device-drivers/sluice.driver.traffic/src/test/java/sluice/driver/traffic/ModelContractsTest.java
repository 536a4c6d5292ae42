package sluice.driver.traffic;

import org.junit.jupiter.api.Nested;

class ModelContractsTest {
    @Nested
    class Detector extends ModelContract {
        Detector() {
            super("DETECTOR");
        }
    }

    @Nested
    class Signal extends ModelContract {
        Signal() {
            super("SIGNAL");
        }
    }

    @Nested
    class TravelTime extends ModelContract {
        TravelTime() {
            super("TRAVEL-TIME");
        }
    }
}
