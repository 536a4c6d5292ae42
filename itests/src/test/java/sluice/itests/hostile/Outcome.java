package sluice.itests.hostile;

/**
 * What became of a case.
 *
 * @param attack which
 * @param isEscaped whether the secret got out
 * @param by what stopped it, a layer or {@code layer/rule}; what happened if it is not known
 * @param millis how long it took
 */
record Outcome(Attack attack, boolean isEscaped, String by, long millis) {
    /** Stopped, but by nothing that is known: no proof of anything. */
    boolean isError() {
        return !isEscaped && by.startsWith("error");
    }

    boolean isStopped() {
        return !isEscaped && !isError();
    }

    @Override
    public String toString() {
        String what = isEscaped ? "escaped" : isError() ? by : "stopped by " + by;
        return "%-50s %s (%d ms)".formatted(attack.id(), what, millis);
    }
}
