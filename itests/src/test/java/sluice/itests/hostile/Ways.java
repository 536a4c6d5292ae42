package sluice.itests.hostile;

/** How a case is carried out: most are installed and started, some come another way or need something done to them. */
final class Ways {
    /** How long a case has, where it does not say more. */
    private static final long PATIENCE_MILLIS = 400;

    private Ways() {}

    /** Carries it out; gives whether the secret got out. */
    static boolean carryOut(Run run) {
        String way = run.attack().how("way").orElse("pair");
        switch (way) {
            case "pair" -> pair(run);
            default -> throw new IllegalStateException(run.attack() + ": no such way: " + way);
        }
        return run.isOut(run.attack().how("wait").map(Long::parseLong).orElse(PATIENCE_MILLIS));
    }

    /** Both are installed, the source is started first, or the sink if it has to wait for something. */
    private static void pair(Run run) {
        boolean isSinkFirst = run.attack().how("first").filter("sink"::equals).isPresent();
        run.install("source");
        if (run.packed().has("sink")) {
            run.install("sink");
        }
        run.start(isSinkFirst ? "sink" : "source");
        run.start(isSinkFirst ? "source" : "sink");
    }
}
