package sluice.store.internal.keys;

import java.io.IOException;

/** The keys of records can not be opened with this master key. */
public final class WrongKey extends IOException {
    private static final long serialVersionUID = 1;

    WrongKey(String message) {
        super(message);
    }
}
