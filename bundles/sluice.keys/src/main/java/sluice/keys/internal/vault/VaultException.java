package sluice.keys.internal.vault;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/** The vault can not be opened, and why: a code of {@code docs/reference/error-codes.md} with a text for the operator. */
public final class VaultException extends IOException {
    private static final long serialVersionUID = 1;

    private final String code;

    VaultException(String code, String why) {
        super(why);
        this.code = requireNonNull(code, "code is null");
    }

    public String code() {
        return code;
    }
}
