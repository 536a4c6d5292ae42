package sluice.conditions.internal;

/** The codes of what can be wrong with a register, besides those of any YAML file. All of the kind USER. */
final class RegisterCode {
    /** A register is not there; without it nothing that hangs on it is told. */
    static final String MISSING = "register-missing";
    /** A file that is none of the registers. */
    static final String UNKNOWN = "unknown-register";
    /** An entry that belongs into another register. */
    static final String MISPLACED = "misplaced-entry";
    /** Two entries have one name. */
    static final String DUPLICATE_NAME = "duplicate-name";
    /** The opt-outs were put down under a key that is not there any more. */
    static final String WRONG_KEY = "wrong-key";

    private RegisterCode() {}
}
