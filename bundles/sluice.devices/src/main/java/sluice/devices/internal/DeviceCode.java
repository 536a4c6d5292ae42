package sluice.devices.internal;

/** The codes of what can be wrong with the register, besides {@link sluice.yaml.YamlCode}. All of the kind USER. */
final class DeviceCode {
    /** A name has a form that names of its kind do not have. */
    static final String BAD_NAME = "bad-name";
    /** An address that no transport could bring. */
    static final String BAD_ADDRESS = "bad-address";
    /** An {@code http:} address without a secret, or a digest that is none. */
    static final String BAD_SECRET = "bad-secret";
    /** Two devices have one id. */
    static final String DUPLICATE_DEVICE = "duplicate-device";
    /** Two devices have one address. */
    static final String DUPLICATE_ADDRESS = "duplicate-address";
    /** Two accounts have one name. */
    static final String DUPLICATE_ACCOUNT = "duplicate-account";
    /** The prefix of one account begins with another's. */
    static final String OVERLAPPING_PREFIX = "overlapping-prefix";
    /** A device does not say behind which of several network servers it is. */
    static final String NO_SOURCE = "no-source";
    /** A device is said to be behind what is no network server, or there is none at all. */
    static final String UNKNOWN_SOURCE = "unknown-source";
    /** There is no device of that id. */
    static final String NO_SUCH_DEVICE = "no-such-device";
    /** A person wrote the file, so that the platform leaves it alone. */
    static final String HAND_WRITTEN = "hand-written";
    /** A label would be lowered. */
    static final String LOWERS_LABEL = "lowers-label";
    /** A list's header or line is not as it should be. */
    static final String BAD_CSV = "bad-csv";
    /** A list is longer than its limit. */
    static final String CSV_TOO_LARGE = "csv-too-large";
    /** A file can not be written. The kind is RESOURCE. */
    static final String FILE_UNWRITABLE = "file-unwritable";

    private DeviceCode() {}
}
