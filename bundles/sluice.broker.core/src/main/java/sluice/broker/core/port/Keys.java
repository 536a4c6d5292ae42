package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.EpochRule;
import sluice.broker.core.model.Reason;

/** Secret keys that end: each holds for one epoch, is made when it is first asked for, and is destroyed when its epoch is over. */
public interface Keys {
    /** No key for anybody: for a broker that has nowhere to keep them. */
    Keys NONE = name -> instant -> Answer.No.DOWN;

    /**
     * The keys of one name, one an epoch. Makes none yet; for when a plan is made, not for each reading.
     *
     * @param name whose
     * @return the same keys for an equal name
     */
    Series series(Name name);

    /** The keys of one name. Safe for several threads. */
    @FunctionalInterface
    interface Series {
        /**
         * The key of the epoch that holds an instant. Costs two comparisons and no memory, as long as the epoch is the one that was asked
         * for last; blocks for a write to disk when an epoch's key is made.
         *
         * @param instant when the reading was observed
         * @return the key, or why there is none
         */
        Answer at(Instant instant);
    }

    /**
     * Whose key.
     *
     * @param recipient symbolic name of the recipient's bundle: no two recipients have a key in common
     * @param domain for what, for example {@code pseudonym city traffic.plate}; what is said in one domain can not be linked to another's
     * @param rule how long each key lives
     */
    record Name(String recipient, String domain, EpochRule rule) {
        public Name {
            requireNonNull(recipient, "recipient is null");
            requireNonNull(domain, "domain is null");
            requireNonNull(rule, "rule is null");
        }
    }

    /** A key, or a no. A value either way. */
    sealed interface Answer permits EpochKey, Answer.No {
        /**
         * There is no key.
         *
         * @param reason {@link Reason#EPOCH_OVER} or {@link Reason#KEYS_DOWN}
         */
        record No(Reason reason) implements Answer {
            /** The epoch's key was destroyed, and never comes back. */
            public static final No OVER = new No(Reason.EPOCH_OVER);

            /** No key can be had now. */
            public static final No DOWN = new No(Reason.KEYS_DOWN);
        }
    }

    /** The key of one epoch. Never shown; secrets of any use are derived from it. Safe for several threads. */
    non-sealed interface EpochKey extends Answer {
        /**
         * Derives a secret: HMAC-SHA-256 (RFC 2104) of the use under the key.
         *
         * @param use a word, one for each use
         * @return 32 bytes that the caller overwrites after use; null once the key is destroyed
         */
        byte @Nullable [] derive(String use);

        /**
         * Whether it is destroyed.
         *
         * @return true from its destruction on, forever
         */
        boolean isDestroyed();

        /**
         * Asks to be told of its destruction; to overwrite and forget what was derived.
         *
         * @param forget run once, on the thread that destroys; at once, if the key is destroyed already; must not block
         */
        void whenDestroyed(Runnable forget);
    }
}
