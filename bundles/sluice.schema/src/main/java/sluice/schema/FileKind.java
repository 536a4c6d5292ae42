package sluice.schema;

import java.util.Locale;

/** The kinds of files that the city writes; each has a schema. */
public enum FileKind {
    /** A stream, its fields and their labels. */
    CATALOGUE,
    /** What information may be used for, or may never be. */
    PURPOSES,
    /** Who is told what. */
    POLICIES,
    /** A part of the city on the map. */
    ZONES,
    /** Who may be told something. */
    RECIPIENTS,
    /** Hours with a name. */
    SCHEDULES,
    /** What policies are conditional on: agreements, assessments, opt-outs, freezes. */
    REGISTERS,
    /** A device. */
    DEVICES,
    /** An account on the MQTT server. */
    SOURCES,
    /** What one act asks for, as data. */
    JURISDICTION,
    /** Readings, and what shall become of them. */
    POLICY_TEST;

    /**
     * The folder of such files, and the first word of the schema's name.
     *
     * @return for example {@code policies}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The name of the schema's file.
     *
     * @return for example {@code policies.schema.json}
     */
    public String schemaFile() {
        return word() + ".schema.json";
    }
}
