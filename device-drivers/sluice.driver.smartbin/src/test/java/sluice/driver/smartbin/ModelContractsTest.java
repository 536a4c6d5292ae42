package sluice.driver.smartbin;

import org.junit.jupiter.api.Nested;

/** One model of each kind of payload; models of one kind differ in their table only, and all of them are in {@link SmartbinFuzzTest}. */
class ModelContractsTest {
    @Nested
    class Ldds75 extends ModelContract {
        Ldds75() {
            super("LDDS75");
        }
    }

    @Nested
    class Ldds04 extends ModelContract {
        Ldds04() {
            super("LDDS04");
        }
    }

    @Nested
    class Llds12 extends ModelContract {
        Llds12() {
            super("LLDS12");
        }
    }

    @Nested
    class Lds03a extends ModelContract {
        Lds03a() {
            super("LDS03A");
        }
    }

    @Nested
    class Em400Mud extends ModelContract {
        Em400Mud() {
            super("EM400-MUD");
        }
    }

    @Nested
    class R718pa22 extends ModelContract {
        R718pa22() {
            super("R718PA22");
        }
    }

    @Nested
    class R718x extends ModelContract {
        R718x() {
            super("R718X");
        }
    }

    @Nested
    class EltUltrasonic extends ModelContract {
        EltUltrasonic() {
            super("ELT-ULTRASONIC");
        }
    }

    @Nested
    class SensecapDistance extends ModelContract {
        SensecapDistance() {
            super("SENSECAP-DISTANCE");
        }
    }

    @Nested
    class FillingDegree extends ModelContract {
        FillingDegree() {
            super("FILLING-DEGREE");
        }
    }

    @Nested
    class Bigbelly extends ModelContract {
        Bigbelly() {
            super("BIGBELLY");
        }
    }
}
