package sluice.keys.internal.vault;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/** The vault can not be opened or used, and the operator can do something about it. */
public final class VaultException extends IOException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String why;

    VaultException(String code, String why) {
        super(why);
        this.code = requireNonNull(code, "code is null");
        this.why = requireNonNull(why, "why is null");
    }

    /**
     * What kind of trouble it is.
     *
     * @return a code of {@code docs/reference/error-codes.md}
     */
    public String code() {
        return code;
    }

    /**
     * What is wrong and what helps.
     *
     * @return one line, for the operator
     */
    public String why() {
        return why;
    }
}
