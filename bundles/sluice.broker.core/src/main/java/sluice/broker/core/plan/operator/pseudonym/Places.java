package sluice.broker.core.plan.operator.pseudonym;

/** An open-addressing table of subjects: a power of two of places, linear probing, nothing removed one by one. */
final class Places {
    private final long[] subjects;
    private final long[] first;
    private final long[] last;
    private final long[] trips;
    private int size;

    Places(int length) {
        subjects = new long[length];
        first = new long[length];
        last = new long[length];
        trips = new long[length];
    }

    int size() {
        return size;
    }

    boolean isHalfFull() {
        return 2 * size >= subjects.length;
    }

    /** Where the subject is, or would be. Subjects are random bits already. */
    int of(long subject) {
        int mask = subjects.length - 1;
        int place = (int) (subject >>> 20) & mask;
        while (subjects[place] != 0 && subjects[place] != subject) {
            place = place + 1 & mask;
        }
        return place;
    }

    boolean isFree(int place) {
        return subjects[place] == 0;
    }

    long first(int place) {
        return first[place];
    }

    long last(int place) {
        return last[place];
    }

    long start(int place, long subject, long at, long trip) {
        subjects[place] = subject;
        size++;
        return restart(place, at, trip);
    }

    long restart(int place, long at, long trip) {
        first[place] = at;
        last[place] = at;
        trips[place] = trip;
        return trip;
    }

    long seen(int place, long at) {
        last[place] = Math.max(last[place], at);
        return trips[place];
    }

    int seenSince(long since) {
        int count = 0;
        for (int i = 0; i < subjects.length; i++) {
            count += subjects[i] != 0 && last[i] >= since ? 1 : 0;
        }
        return count;
    }

    Places seenSince(long since, int length) {
        Places kept = new Places(length);
        for (int i = 0; i < subjects.length; i++) {
            if (subjects[i] != 0 && last[i] >= since) {
                int place = kept.of(subjects[i]);
                kept.start(place, subjects[i], last[i], trips[i]);
                kept.first[place] = first[i];
            }
        }
        return kept;
    }
}
