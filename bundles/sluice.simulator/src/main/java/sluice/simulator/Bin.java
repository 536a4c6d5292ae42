package sluice.simulator;

/**
 * A container with a level sensor under its lid.
 *
 * @param id the city's name for it, for example {@code bin-001}
 * @param devEui 16 hexadecimal digits in lower case
 * @param network whose network server brings its messages, and so which sensor it has
 * @param site where it stands
 * @param floorMm what the sensor measures when the bin is empty, in millimetres
 */
record Bin(String id, String devEui, Network network, Site site, int floorMm) {
    /** What the sensor measures when the bin is full, in millimetres. */
    static final int FULL_MM = 300;

    /** The two network servers of the city; each has an account of its own on the MQTT server. */
    enum Network {
        /** The Things Stack v3, with Dragino LDDS75 sensors. */
        TTN("ttn"),
        /** ChirpStack v4, with Milesight EM400-MUD sensors. */
        CHIRPSTACK("chirpstack");

        private final String account;

        Network(String account) {
            this.account = account;
        }

        /** The user name, which is the first level of its topics too. */
        String account() {
            return account;
        }
    }
}
