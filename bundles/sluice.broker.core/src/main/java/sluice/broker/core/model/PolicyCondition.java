package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * What must hold, besides the policy itself, whenever a record is told. Asked for each record; what can not be answered counts as a no.
 * Closed: a new kind of condition is a new {@link Cases} method.
 */
public sealed interface PolicyCondition {
    /**
     * Does one thing for each kind.
     *
     * @param <R> what comes of it
     * @param cases one method a kind
     * @return what the method of this kind gave
     */
    <R> R fold(Cases<R> cases);

    /**
     * An agreement with the recipient is in force.
     *
     * @param name its name in the register of agreements
     */
    record Agreement(String name) implements PolicyCondition {
        public Agreement {
            requireNonNull(name, "name is null");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.agreement(this);
        }

        @Override
        public String toString() {
            return "agreement `" + name + "` is in force";
        }
    }

    /**
     * An assessment is approved.
     *
     * @param name its name in the register of assessments
     */
    record Assessment(String name) implements PolicyCondition {
        public Assessment {
            requireNonNull(name, "name is null");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.assessment(this);
        }

        @Override
        public String toString() {
            return "assessment `" + name + "` is approved";
        }
    }

    /**
     * It is one of these hours, by the platform's clock when the record is mediated. A span that ends no later than it begins ends on the
     * next day, and belongs to the day on which it began.
     *
     * @param days on which a span may begin; at least one
     * @param from begin of a span, to the minute
     * @param to end of a span, to the minute, not part of it; equal to {@code from} for a whole day
     * @param zone whose hours they are
     */
    record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) implements PolicyCondition {
        public Hours {
            days = Set.copyOf(days);
            requireNonNull(zone, "zone is null");
            if (days.isEmpty()) {
                throw new IllegalArgumentException("hours need a day");
            }
            if (!isWholeMinute(from) || !isWholeMinute(to)) {
                throw new IllegalArgumentException("hours go to the minute, got " + from + " to " + to);
            }
        }

        private static boolean isWholeMinute(LocalTime time) {
            return time.getSecond() == 0 && time.getNano() == 0;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.hours(this);
        }

        @Override
        public String toString() {
            return "it is " + from + " to " + to + " on "
                    + days.stream().sorted().toList() + ", " + zone;
        }
    }

    /**
     * A point lies in a zone.
     *
     * @param field a point of the stream
     * @param zone a zone of the city's map
     */
    record InZone(String field, String zone) implements PolicyCondition {
        public InZone {
            requireNonNull(field, "field is null");
            requireNonNull(zone, "zone is null");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.inZone(this);
        }

        @Override
        public String toString() {
            return "field `" + field + "` lies in zone `" + zone + "`";
        }
    }

    /**
     * The person that a field names did not opt out. A record in which the field is absent is held back: nobody knows about whom it is.
     *
     * @param field a text of the stream; also the kind of name under which the register of opt-outs keeps it
     */
    record NotOptedOut(String field) implements PolicyCondition {
        public NotOptedOut {
            requireNonNull(field, "field is null");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.notOptedOut(this);
        }

        @Override
        public String toString() {
            return "whom field `" + field + "` names did not opt out";
        }
    }

    /**
     * One method for each kind of condition.
     *
     * @param <R> what comes of it
     */
    interface Cases<R> {
        /**
         * An agreement.
         *
         * @param agreement the condition
         * @return what comes of it
         */
        R agreement(Agreement agreement);

        /**
         * An assessment.
         *
         * @param assessment the condition
         * @return what comes of it
         */
        R assessment(Assessment assessment);

        /**
         * Hours.
         *
         * @param hours the condition
         * @return what comes of it
         */
        R hours(Hours hours);

        /**
         * A zone.
         *
         * @param inZone the condition
         * @return what comes of it
         */
        R inZone(InZone inZone);

        /**
         * An opt-out.
         *
         * @param notOptedOut the condition
         * @return what comes of it
         */
        R notOptedOut(NotOptedOut notOptedOut);
    }
}
