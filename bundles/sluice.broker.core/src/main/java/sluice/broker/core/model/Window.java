package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.ZoneOffset;

/**
 * What a policy releases instead of single records: something about all records of a span of time, group by group.
 *
 * @param length of each span; zero for {@link #NONE}
 * @param lateness how much later than the newest record a record may come and still count
 * @param idle so long after that a span is over by the platform's clock, though nothing came
 * @param subject the field that says whom a record is about, {@link #BY_DEVICE}, or empty if nobody is
 * @param atLeast fewest subjects of a group that is told; 1 for no threshold
 * @param groupsPerSubject in as many groups of one span does a subject count, with one record each
 * @param diversity how different the group's records have to be
 * @param noise what is added to each number
 */
public record Window(
        Duration length,
        Duration lateness,
        Duration idle,
        String subject,
        int atLeast,
        int groupsPerSubject,
        Diversity diversity,
        Noise noise) {
    /** The device that a record is from is whom it is about. No field has such a name. */
    public static final String BY_DEVICE = "by-device";

    /** How late a record may come where the policy does not say. */
    public static final Duration LATENESS = Duration.ofMinutes(1);

    /** After which silence a span is over where the policy does not say. */
    public static final Duration IDLE = Duration.ofMinutes(5);

    /** In how many groups a subject counts where the policy does not say. */
    public static final int GROUPS_PER_SUBJECT = 8;

    /** Single records are released. */
    public static final Window NONE =
            new Window(Duration.ZERO, LATENESS, IDLE, "", 1, GROUPS_PER_SUBJECT, Diversity.NONE, Noise.NONE);

    public Window {
        requireNonNull(length, "length is null");
        requireNonNull(lateness, "lateness is null");
        requireNonNull(idle, "idle is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(diversity, "diversity is null");
        requireNonNull(noise, "noise is null");
        if (atLeast < 1 || groupsPerSubject < 1) {
            throw new IllegalArgumentException("a group has 1 subject or more, got " + atLeast + "; a subject counts in"
                    + " 1 group or more, got " + groupsPerSubject);
        }
    }

    /**
     * Whether single records are released.
     *
     * @return true for {@link #NONE}
     */
    public boolean isNone() {
        return length.isZero();
    }

    /**
     * How different the records of a group have to be: distinct l-diversity (A. Machanavajjhala and others, ICDE 2006).
     *
     * @param field the sensitive field; empty for none
     * @param atLeast fewest different values of it
     */
    public record Diversity(String field, int atLeast) {
        /** They may be all alike. */
        public static final Diversity NONE = new Diversity("", 1);

        /** Most values that can be asked for. */
        public static final int MOST = 100;

        public Diversity {
            requireNonNull(field, "field is null");
            if (atLeast < 1 || atLeast > MOST) {
                throw new IllegalArgumentException("a group has 1 to " + MOST + " different values, got " + atLeast);
            }
        }
    }

    /**
     * What is added to each number that is told, and how much of it may be told in all.
     *
     * @param loss what one span tells about one subject; {@link PrivacyLoss#NONE} for exact numbers. With a delta the noise is Gaussian, without
     *     one Laplace
     * @param allowance most that all spans of an epoch may tell
     * @param epoch how long an allowance has to last
     */
    public record Noise(PrivacyLoss loss, PrivacyLoss allowance, EpochRule epoch) {
        /** Numbers are exact. */
        public static final Noise NONE =
                new Noise(PrivacyLoss.NONE, PrivacyLoss.NONE, new EpochRule(Duration.ofDays(1), ZoneOffset.UTC));

        public Noise {
            requireNonNull(loss, "loss is null");
            requireNonNull(allowance, "allowance is null");
            requireNonNull(epoch, "epoch is null");
        }

        /**
         * Whether numbers are exact.
         *
         * @return true if nothing is added
         */
        public boolean isNone() {
            return loss.equals(PrivacyLoss.NONE);
        }
    }
}
