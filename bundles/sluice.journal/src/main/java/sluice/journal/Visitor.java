package sluice.journal;

/** Reads a journal along, on the thread that asked for it. */
public interface Visitor {
    /**
     * An intact entry.
     *
     * @param position its position; rises by one from entry to entry, but where there is damage
     * @param payload as it was appended; the visitor may keep it
     */
    void entry(long position, byte[] payload);

    /**
     * Entries are lost here; reading goes on behind them.
     *
     * @param damage which, and why
     */
    void damage(Damage damage);
}
