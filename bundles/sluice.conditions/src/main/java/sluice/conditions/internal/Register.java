package sluice.conditions.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The registers; each is one file. */
enum Register {
    AGREEMENTS("agreements", "agreement", "no agreement is in force"),
    ASSESSMENTS("assessments", "assessment", "no assessment is approved"),
    FREEZES("freezes", "freeze", "every flow is frozen"),
    OPT_OUTS("opt-outs", "opt-outs", "everybody counts as opted out");

    static final String FOLDER = "registers";

    private final String word;
    private final String key;
    private final String closed;

    Register(String word, String key, String closed) {
        this.word = word;
        this.key = key;
        this.closed = closed;
    }

    /** The file's name below the city's folder. */
    String file() {
        return FOLDER + "/" + word + ".yaml";
    }

    /** The first key of each of its documents. */
    String key() {
        return key;
    }

    /** What holds while it can not be read. */
    String closed() {
        return closed;
    }

    static Optional<Register> of(String file) {
        return Arrays.stream(values())
                .filter(register -> register.file().equals(file))
                .findFirst();
    }

    static List<String> files() {
        return Arrays.stream(values()).map(Register::file).toList();
    }
}
