package sluice.broker.core.window.aggregate;

/**
 * How much of a crowd a group has to be.
 *
 * @param atLeast fewest subjects of a group that is told; 1 for no threshold
 * @param diverse fewest different values of the sensitive field in a group that is told; 1 for any
 * @param groupsPerSubject in as many groups of one window does a subject count, with one record each
 * @param hasSubjects whether records are about somebody; if not, each record counts
 */
public record Protection(int atLeast, int diverse, int groupsPerSubject, boolean hasSubjects) {
    /** Most groups in which one subject counts. */
    public static final int MOST_GROUPS_PER_SUBJECT = 100;

    public Protection {
        if (atLeast < 1 || diverse < 1 || groupsPerSubject < 1 || groupsPerSubject > MOST_GROUPS_PER_SUBJECT) {
            throw new IllegalArgumentException("no such protection: at least " + atLeast + ", diverse " + diverse
                    + ", groups per subject " + groupsPerSubject);
        }
    }

    /**
     * Whether something computed from some subjects' values may be told of a group: enough of them have a value, and those that have none are
     * nobody, or enough too; else the difference to another number of the same group would be a number of few.
     *
     * @param values how many subjects have a value
     * @param subjects how many subjects the group has
     * @return true if so
     */
    public boolean allows(long values, long subjects) {
        return values >= Math.max(1, atLeast) && (values == subjects || subjects - values >= atLeast || atLeast == 1);
    }

    /**
     * Whether a part of a group may be told.
     *
     * @param subjects how many subjects it has
     * @return true if none may be, or enough are
     */
    public boolean isCrowd(long subjects) {
        return subjects >= atLeast;
    }
}
