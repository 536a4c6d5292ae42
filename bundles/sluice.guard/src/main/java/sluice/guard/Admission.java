package sluice.guard;

import java.util.List;

/** Who may run here. Every change is in force when the call returns, is kept over restarts, and is told to every {@link GuardListener}. */
public interface Admission {
    /**
     * Every bundle that is not part of the platform.
     *
     * @return sorted by bundle id
     */
    List<Guest> guests();

    /**
     * The accepted vendors.
     *
     * @return sorted by name
     */
    List<Vendor> vendors();

    /**
     * Lets the content with this digest run, now and after each restart, and starts it if it is here and waiting.
     *
     * @param digest SHA-256, or its first 8 or more characters if only one waiting bundle begins so
     * @param by who decided
     * @return what happened, or why not
     */
    Answer approve(String digest, String by);

    /**
     * Takes an approval back; the bundle is stopped and its classes can be loaded no more.
     *
     * @param digest as for {@link #approve}
     * @param by who decided
     * @return what happened, or why not
     */
    Answer withdraw(String digest, String by);

    /**
     * Accepts a vendor's signature.
     *
     * @param name for the operator: 2 to 40 lower-case letters, digits and hyphens
     * @param certificate X.509, PEM
     * @param by who decided
     * @return what happened, or why not
     */
    Answer addVendor(String name, String certificate, String by);

    /**
     * Accepts a vendor's signature no more; its bundles are stopped before this returns.
     *
     * @param name as it was added
     * @param by who decided
     * @return what happened, or why not
     */
    Answer revokeVendor(String name, String by);

    /**
     * The answer to an operator.
     *
     * @param isDone whether it was done
     * @param code error code as listed in {@code docs/reference/error-codes.md}; empty if done
     * @param text one line: what was done, or why not and what helps
     */
    record Answer(boolean isDone, String code, String text) {}
}
