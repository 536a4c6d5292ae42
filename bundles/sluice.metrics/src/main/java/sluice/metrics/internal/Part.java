package sluice.metrics.internal;

import java.util.List;
import java.util.Locale;

/** The parts of the platform that have a health of their own. */
enum Part {
    /** Mediates; nothing flows without it. */
    BROKER(true, true),
    /** Keeps drivers and applications from going another way; the broker does not run without it. */
    GUARD(true, true),
    /** Nothing is delivered that it can not write. */
    LEDGER(true, true),
    /** Keeps observations without personal information until their recipient has had them. */
    SPOOL(false, false),
    /** Keeps keys and privacy budgets; what needs one is refused without it, the rest goes on. */
    KEYS(true, false),
    /** Keeps the state of applications; those that need it wait while it is away. */
    STORE(true, false),
    /** The MQTT server, the connection to it, or both. */
    MQTT(true, false),
    /** Reads the city's decisions; the last good set stays in force. */
    POLICY(true, false),
    /** The register of devices. */
    DEVICES(false, false),
    /** Takes messages over HTTP. */
    HTTP(false, false);

    private final boolean isRequired;
    private final boolean isCritical;

    Part(boolean isRequired, boolean isCritical) {
        this.isRequired = isRequired;
        this.isCritical = isCritical;
    }

    /** Whether the platform is ill without it. */
    boolean isRequired() {
        return isRequired;
    }

    /** Whether a trouble of it that nobody knows must be taken to stop every flow. */
    boolean isCritical() {
        return isCritical;
    }

    /** The parts in the order in which an operator asks for them. */
    static List<Part> all() {
        return List.of(values());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
