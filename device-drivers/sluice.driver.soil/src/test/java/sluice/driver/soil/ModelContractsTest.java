package sluice.driver.soil;

import org.junit.jupiter.api.Nested;

/** One model of each kind of payload; models of one kind differ in their table only, and all of them are in {@link SoilFuzzTest}. */
class ModelContractsTest {
    @Nested
    class Lse01 extends ModelContract {
        Lse01() {
            super("LSE01");
        }
    }

    @Nested
    class Llms01 extends ModelContract {
        Llms01() {
            super("LLMS01");
        }
    }

    @Nested
    class Lsn50v2 extends ModelContract {
        Lsn50v2() {
            super("LSN50V2");
        }
    }

    @Nested
    class Em500Smtc extends ModelContract {
        Em500Smtc() {
            super("EM500-SMTC");
        }
    }

    @Nested
    class DlTrs12 extends ModelContract {
        DlTrs12() {
            super("DL-TRS12");
        }
    }

    @Nested
    class DlAtm41 extends ModelContract {
        DlAtm41() {
            super("DL-ATM41");
        }
    }

    @Nested
    class Elt2 extends ModelContract {
        Elt2() {
            super("ELT-2");
        }
    }

    @Nested
    class Sensecap extends ModelContract {
        Sensecap() {
            super("SENSECAP");
        }
    }

    @Nested
    class R72615a extends ModelContract {
        R72615a() {
            super("R72615A");
        }
    }

    @Nested
    class LpnCm4 extends ModelContract {
        LpnCm4() {
            super("LPN-CM4");
        }
    }

    @Nested
    class SoilMoisture extends ModelContract {
        SoilMoisture() {
            super("SOIL-MOISTURE");
        }
    }

    @Nested
    class SmartEmitter extends ModelContract {
        SmartEmitter() {
            super("SMART-EMITTER");
        }
    }

    @Nested
    class Opensprinkler extends ModelContract {
        Opensprinkler() {
            super("OPENSPRINKLER");
        }
    }
}
