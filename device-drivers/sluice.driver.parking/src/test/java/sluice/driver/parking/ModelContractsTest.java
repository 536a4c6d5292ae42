package sluice.driver.parking;

import org.junit.jupiter.api.Nested;

class ModelContractsTest {
    @Nested
    class Tps1100292 extends ModelContract {
        Tps1100292() {
            super("TPS110-0292");
        }
    }

    @Nested
    class Tps1100392 extends ModelContract {
        Tps1100392() {
            super("TPS110-0392");
        }
    }

    @Nested
    class Nps310 extends ModelContract {
        Nps310() {
            super("NPS310");
        }
    }

    @Nested
    class Tekzipark extends ModelContract {
        Tekzipark() {
            super("TEKZIPARK");
        }
    }

    @Nested
    class GateCounter extends ModelContract {
        GateCounter() {
            super("GATE-COUNTER");
        }
    }

    @Nested
    class CarPark extends ModelContract {
        CarPark() {
            super("CAR-PARK");
        }
    }
}
