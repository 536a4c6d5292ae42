package sluice.policy.internal;

/** The codes of what can be wrong with a set of policy files, besides {@link sluice.yaml.YamlCode}. All of the kind USER. */
final class PolicyCode {
    /** A name has a form that names of its kind do not have. */
    static final String BAD_NAME = "bad-name";
    /** Two streams, purposes or policies have one name. */
    static final String DUPLICATE_NAME = "duplicate-name";
    /** Two policies speak of one stream, purpose and recipient. */
    static final String DUPLICATE_POLICY = "duplicate-policy";
    /** A policy speaks of a stream that the catalogue lacks. */
    static final String UNKNOWN_STREAM = "unknown-stream";
    /** A policy speaks of a purpose that is not registered. */
    static final String UNKNOWN_PURPOSE = "unknown-purpose";
    /** A policy permits a purpose that is prohibited. */
    static final String PROHIBITED_PURPOSE = "prohibited-purpose";
    /** A policy or an accuracy speaks of a field that the stream has not. */
    static final String UNKNOWN_FIELD = "unknown-field";
    /** An operator names a zone that is not on the city's map. */
    static final String UNKNOWN_ZONE = "unknown-zone";
    /** There is no operator of that name. */
    static final String UNKNOWN_OPERATOR = "unknown-operator";
    /** An operator is given an argument that it does not take. */
    static final String BAD_ARGUMENT = "bad-argument";
    /** More fields than a shape can have. */
    static final String TOO_MANY_FIELDS = "too-many-fields";
    /** The broker could not put the set in force. The kind is INTERNAL. */
    static final String ACTIVATION_FAILED = "activation-failed";

    private PolicyCode() {}
}
