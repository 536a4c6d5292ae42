package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

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
     * Where the city wrote it down.
     *
     * @return file and line
     */
    Where where();

    /**
     * A purpose with an authority and a ceiling.
     *
     * @param name its name
     * @param authority what entitles the city to collect for it
     * @param ceiling the most identifying label that anything released for it may carry
     * @param where file and line
     */
    record Lawful(String name, Authority authority, Label ceiling, Where where) implements Purpose {
        public Lawful {
            requireNonNull(name, "name is null");
            requireNonNull(authority, "authority is null");
            requireNonNull(ceiling, "ceiling is null");
            requireNonNull(where, "where is null");
        }
    }

    /**
     * A purpose for which nothing is ever released.
     *
     * @param name its name
     * @param because the rule that forbids it, for example {@code "MFIPPA s. 31"}
     * @param where file and line
     */
    record Prohibited(String name, String because, Where where) implements Purpose {
        public Prohibited {
            requireNonNull(name, "name is null");
            requireNonNull(because, "because is null");
            requireNonNull(where, "where is null");
        }
    }
}
