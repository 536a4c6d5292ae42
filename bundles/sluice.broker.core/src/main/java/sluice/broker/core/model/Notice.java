package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One version of what people are told when information about them is collected: MFIPPA s. 29(2), the legal authority, the principal
 * purposes, and whom to ask. The authority and the purpose are those of the purpose that it belongs to.
 *
 * @param version its name, unique within the purpose, for example {@code 2026-1}
 * @param from first instant at which it was in force; it is until the next version begins
 * @param english the notice in English
 * @param french the notice in French
 * @param contact who answers questions
 * @param where file and line
 */
public record Notice(String version, Instant from, String english, String french, Contact contact, Where where) {
    public Notice {
        requireNonNull(version, "version is null");
        requireNonNull(from, "from is null");
        requireNonNull(english, "english is null");
        requireNonNull(french, "french is null");
        requireNonNull(contact, "contact is null");
        requireNonNull(where, "where is null");
    }

    /**
     * An officer or employee who can answer questions about the collection.
     *
     * @param title of the office, never a name
     * @param address business address
     * @param telephone business telephone number
     */
    public record Contact(String title, String address, String telephone) {
        public Contact {
            requireNonNull(title, "title is null");
            requireNonNull(address, "address is null");
            requireNonNull(telephone, "telephone is null");
        }
    }
}
