package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * What information may be used for, or may never be used for. Closed: a purpose is either lawful or prohibited.
 */
public sealed interface Purpose {
    /**
     * The purpose's name.
     *
     * @return for example {@code traffic-planning}
     */
    String name();

    /**
     * The purpose that this one is a part of. What is prohibited for a purpose is prohibited for all of its parts, and no part may be told
     * more than the whole.
     *
     * @return its name; empty if it is part of none
     */
    String parent();

    /**
     * Where the city wrote it down.
     *
     * @return file and line
     */
    Where where();

    /**
     * A purpose with an authority and a ceiling.
     *
     * @param name its name
     * @param parent the purpose that it is a part of; empty if of none
     * @param authority what entitles the city to collect for it
     * @param ceiling the most identifying label that anything released for it may carry; not above the parent's
     * @param notices what people are told, oldest first; none if nobody wrote it down
     * @param consistentWith the purposes whose information may be used for this one too (s. 33)
     * @param where file and line
     */
    record Lawful(
            String name,
            String parent,
            Authority authority,
            Label ceiling,
            List<Notice> notices,
            List<Consistency> consistentWith,
            Where where)
            implements Purpose {
        public Lawful {
            requireNonNull(name, "name is null");
            requireNonNull(parent, "parent is null");
            requireNonNull(authority, "authority is null");
            requireNonNull(ceiling, "ceiling is null");
            notices = List.copyOf(notices);
            consistentWith = List.copyOf(consistentWith);
            requireNonNull(where, "where is null");
        }

        /**
         * A purpose that stands alone.
         *
         * @param name its name
         * @param authority what entitles the city to collect for it
         * @param ceiling the most identifying label that anything released for it may carry
         * @param where file and line
         */
        public Lawful(String name, Authority authority, Label ceiling, Where where) {
            this(name, "", authority, ceiling, List.of(), List.of(), where);
        }

        /**
         * What people were told when information was collected for it.
         *
         * @return one line in words for each version of its notice, oldest first: its name, where it is written, from when to when it was
         *     in force
         */
        public List<String> collectedUnder() {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < notices.size(); i++) {
                Notice notice = notices.get(i);
                String until =
                        i + 1 < notices.size() ? " until " + notices.get(i + 1).from() : "";
                lines.add("collected under notice `" + notice.version() + "` " + notice.where() + ", in force from "
                        + notice.from() + until);
            }
            return lines;
        }
    }

    /**
     * A purpose for which nothing is ever released.
     *
     * @param name its name
     * @param parent the purpose that it is a part of; empty if of none
     * @param because the rule that forbids it, for example {@code "MFIPPA s. 31"}
     * @param where file and line
     */
    record Prohibited(String name, String parent, String because, Where where) implements Purpose {
        public Prohibited {
            requireNonNull(name, "name is null");
            requireNonNull(parent, "parent is null");
            requireNonNull(because, "because is null");
            requireNonNull(where, "where is null");
        }

        /**
         * A prohibition that stands alone.
         *
         * @param name its name
         * @param because the rule that forbids it
         * @param where file and line
         */
        public Prohibited(String name, String because, Where where) {
            this(name, "", because, where);
        }
    }
}
