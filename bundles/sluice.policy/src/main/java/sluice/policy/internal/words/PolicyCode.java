package sluice.policy.internal.words;

/** The codes of what can be wrong with a set of policy files, besides {@link sluice.yaml.YamlCode}. All of the kind USER. */
public final class PolicyCode {
    /** A name has a form that names of its kind do not have. */
    public static final String BAD_NAME = "bad-name";
    /** Two streams, purposes or policies have one name. */
    public static final String DUPLICATE_NAME = "duplicate-name";
    /** Two policies speak of one stream, purpose and recipient. */
    public static final String DUPLICATE_POLICY = "duplicate-policy";
    /** Two policies release windows of one stream to one recipient. */
    public static final String OVERLAPPING_WINDOWS = "overlapping-windows";
    /** A policy speaks of a stream that the catalogue lacks. */
    public static final String UNKNOWN_STREAM = "unknown-stream";
    /** A purpose is a part of itself. */
    public static final String PURPOSE_CYCLE = "purpose-cycle";
    /** A purpose's ceiling is above the one that it is a part of. */
    public static final String CEILING_ABOVE_PARENT = "ceiling-above-parent";
    /** A consistent use cites a version of a notice that there is not. */
    public static final String UNKNOWN_NOTICE = "unknown-notice";
    /** A policy releases something of a stream about people for a purpose that nobody was told of. */
    public static final String NO_NOTICE = "no-notice";
    /** There is no profile of the act that purposes are checked against. */
    public static final String UNKNOWN_JURISDICTION = "unknown-jurisdiction";
    /** A ground of collection that the act does not know. */
    public static final String UNKNOWN_GROUND = "unknown-ground";
    /** A manner of collection that the act does not know. */
    public static final String UNKNOWN_MANNER = "unknown-manner";
    /** A policy names an exit that no file of recipients lists. */
    public static final String UNKNOWN_RECIPIENT = "unknown-recipient";
    /** A policy tells a third party something without the condition that its agreement is in force. */
    public static final String NO_AGREEMENT_CONDITION = "no-agreement-condition";
    /** A condition names hours that no file of schedules has. */
    public static final String UNKNOWN_SCHEDULE = "unknown-schedule";
    /** A policy speaks of a purpose that is not registered. */
    public static final String UNKNOWN_PURPOSE = "unknown-purpose";
    /** A policy permits a purpose that is prohibited. */
    public static final String PROHIBITED_PURPOSE = "prohibited-purpose";
    /** A policy or an accuracy speaks of a field that the stream has not. */
    public static final String UNKNOWN_FIELD = "unknown-field";
    /** An operator names a zone that is not on the city's map. */
    public static final String UNKNOWN_ZONE = "unknown-zone";
    /** There is no operator of that name. */
    public static final String UNKNOWN_OPERATOR = "unknown-operator";
    /** An operator is given an argument that it does not take. */
    public static final String BAD_ARGUMENT = "bad-argument";
    /** More fields than a shape can have. */
    public static final String TOO_MANY_FIELDS = "too-many-fields";
    /** The broker could not put the set in force. The kind is INTERNAL. */
    public static final String ACTIVATION_FAILED = "activation-failed";

    private PolicyCode() {}
}
