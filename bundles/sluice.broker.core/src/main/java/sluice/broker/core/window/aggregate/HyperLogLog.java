package sluice.broker.core.window.aggregate;

/**
 * How many different digests there were, in 4,096 bytes: P. Flajolet, É. Fusy, O. Gandouet, F. Meunier: HyperLogLog (AofA 2007), with the
 * estimator of O. Ertl: New cardinality estimation algorithms for HyperLogLog sketches (arXiv:1702.01284, algorithm 6), which needs no
 * correction by table. Standard error 1.04 / sqrt(4,096) = 1.63 %.
 */
final class HyperLogLog {
    /** How many bits of a digest choose the register. */
    static final int BITS = 12;

    static final int REGISTERS = 1 << BITS;
    private static final int REST = Long.SIZE - BITS;
    private static final double ALPHA = 0.5 / Math.log(2);

    private final byte[] registers = new byte[REGISTERS];

    void add(long digest) {
        int register = (int) (digest >>> REST);
        int run = Math.min(REST, Long.numberOfLeadingZeros(digest << BITS)) + 1;
        if (run > registers[register]) {
            registers[register] = (byte) run;
        }
    }

    long estimate() {
        int[] how = new int[REST + 2];
        for (byte run : registers) {
            how[run]++;
        }
        double z = REGISTERS * tau(1 - (double) how[REST + 1] / REGISTERS);
        for (int run = REST; run >= 1; run--) {
            z = 0.5 * (z + how[run]);
        }
        z += REGISTERS * sigma((double) how[0] / REGISTERS);
        return Math.round(ALPHA * REGISTERS * REGISTERS / z);
    }

    private static double sigma(double x) {
        double power = x;
        double weight = 1;
        double sum = x;
        double before;
        do {
            power *= power;
            before = sum;
            sum += power * weight;
            weight += weight;
        } while (sum != before && Double.isFinite(sum));
        return x == 1 ? Double.POSITIVE_INFINITY : sum;
    }

    private static double tau(double x) {
        if (x == 0 || x == 1) {
            return 0;
        }
        double root = x;
        double weight = 1;
        double sum = 1 - x;
        double before;
        do {
            root = Math.sqrt(root);
            before = sum;
            weight *= 0.5;
            sum -= (1 - root) * (1 - root) * weight;
        } while (sum != before);
        return sum / 3;
    }
}
