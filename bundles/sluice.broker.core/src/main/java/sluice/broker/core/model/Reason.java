package sluice.broker.core.model;

import java.util.Locale;

/**
 * Why a message, a reading or an observation went no further. Every no is counted under one of these; the text of each is in {@code
 * docs/reference/error-codes.md}.
 */
public enum Reason {
    // a message at the door
    MALFORMED(Kind.DEVICE),
    TRUNCATED(Kind.DEVICE),
    OVERSIZED(Kind.DEVICE),
    UNKNOWN_DEVICE(Kind.DEVICE),
    UNKNOWN_PORT(Kind.DEVICE),
    UNKNOWN_MESSAGE(Kind.DEVICE),
    NO_DATA(Kind.DEVICE),
    WRONG_SECRET(Kind.DEVICE),
    WRONG_SOURCE(Kind.DEVICE),
    RATE_LIMITED(Kind.RESOURCE),
    DURABLE_PATH(Kind.POLICY),
    MISCONFIGURED(Kind.USER),
    NO_DRIVER(Kind.RESOURCE),
    DRIVER_STALLED(Kind.DEVICE),
    DRIVER_FAILED(Kind.DEVICE),
    // a reading, classified
    UNDECLARED_STREAM(Kind.POLICY),
    DUPLICATE(Kind.DEVICE),
    OUT_OF_ORDER(Kind.DEVICE),
    IMPLAUSIBLE(Kind.DEVICE),
    FUTURE(Kind.DEVICE),
    TOO_OLD(Kind.DEVICE),
    OUT_OF_RANGE(Kind.DEVICE),
    NOT_FINITE(Kind.DEVICE),
    TOO_LONG(Kind.DEVICE),
    TYPE_MISMATCH(Kind.DEVICE),
    ABSENT(Kind.DEVICE),
    INACCURATE(Kind.DEVICE),
    // a binding, decided
    GAP(Kind.POLICY),
    UNKNOWN_PURPOSE(Kind.POLICY),
    PROHIBITED(Kind.POLICY),
    OTHER_PURPOSE(Kind.POLICY),
    NOT_RELEASED(Kind.POLICY),
    ABOVE_CEILING(Kind.POLICY),
    BAD_PLAN(Kind.POLICY),
    // a record, of which a condition does not hold
    FROZEN(Kind.POLICY),
    NO_NOTICE(Kind.POLICY),
    NO_AGREEMENT(Kind.POLICY),
    NO_ASSESSMENT(Kind.POLICY),
    OUT_OF_HOURS(Kind.POLICY),
    OUT_OF_ZONE(Kind.POLICY),
    OPTED_OUT(Kind.POLICY),
    // a record, held back for one recipient
    FILTERED(Kind.POLICY),
    SAMPLED_OUT(Kind.POLICY),
    OVER_RATE(Kind.POLICY),
    // a record, not taken in by a window or a buffer of one recipient
    LATE(Kind.DEVICE),
    WINDOW_VOID(Kind.RESOURCE),
    WINDOW_FULL(Kind.RESOURCE),
    REPEATED(Kind.POLICY),
    TRIMMED(Kind.POLICY),
    BUFFER_FULL(Kind.RESOURCE),
    EPOCH_OVER(Kind.POLICY),
    TOO_MANY_SUBJECTS(Kind.RESOURCE),
    BUDGET_SPENT(Kind.POLICY),
    // an observation, delivered
    OVERFLOW(Kind.RESOURCE),
    WITHDRAWN(Kind.POLICY),
    RECIPIENT_FAILED(Kind.RESOURCE),
    RECIPIENT_STALLED(Kind.RESOURCE),
    // the platform itself
    LEDGER_DOWN(Kind.RESOURCE),
    SPOOL_DOWN(Kind.RESOURCE),
    KEYS_DOWN(Kind.RESOURCE),
    STOPPING(Kind.RESOURCE);

    /** Whose matter a reason is. */
    public enum Kind {
        /** Somebody typed something wrong. */
        USER,
        /** The city's rules say no, or say nothing. */
        POLICY,
        /** A device, or its driver, is at fault. */
        DEVICE,
        /** Something ran out or is not there. */
        RESOURCE,
        /** A defect of the platform. */
        INTERNAL
    }

    private final Kind kind;
    private final String code;

    Reason(Kind kind) {
        this.kind = kind;
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whose matter it is.
     *
     * @return never null
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The code, as commands, metrics and the ledger show it.
     *
     * @return for example {@code out-of-range}
     */
    public String code() {
        return code;
    }
}
