package sluice.store.internal.sql;

/** The store can not be read or written now. The message is for the operator. */
public final class StoreGone extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    /**
     * It can not.
     *
     * @param code as listed in {@code docs/reference/error-codes.md}
     * @param why one line
     */
    public StoreGone(String code, String why) {
        super(why);
        this.code = code;
    }

    /**
     * Which trouble it is.
     *
     * @return a code
     */
    public String code() {
        return code;
    }

    /**
     * For the operator.
     *
     * @return one line
     */
    public String why() {
        return String.valueOf(getMessage());
    }
}
