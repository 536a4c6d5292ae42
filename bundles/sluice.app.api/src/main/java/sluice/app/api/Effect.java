package sluice.app.api;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What an application asks the platform to do. The effects of one call are carried out together, in order, or not at all. */
public sealed interface Effect {
    /**
     * Publishes a record; it goes through the broker like any reading, with the label of all that the application was told.
     *
     * @param values of a class named in {@link Manifest#publishes()}
     */
    record Publish(Record values) implements Effect {
        public Publish {
            requireNonNull(values, "values is null");
        }
    }

    /**
     * Keeps a record as the application's state, in place of any under the same key.
     *
     * @param key at most 200 characters
     * @param value a record with the component types that {@link Manifest} allows
     */
    record Put(String key, Record value) implements Effect {
        public Put {
            requireNonNull(key, "key is null");
            requireNonNull(value, "value is null");
        }
    }

    /**
     * Forgets a record of the application's state; no error if there is none.
     *
     * @param key as given to {@link Put}
     */
    record Delete(String key) implements Effect {
        public Delete {
            requireNonNull(key, "key is null");
        }
    }

    /**
     * Asks to be called at an instant. Several may be pending; equal instants count once.
     *
     * @param due when; if past, as soon as possible
     */
    record Wake(Instant due) implements Effect {
        public Wake {
            requireNonNull(due, "due is null");
        }
    }

    /**
     * Tells the operator a number, for diagnosis.
     *
     * @param code a constant of the application's own, lower case with hyphens, at most 40 characters; never built from an observation
     * @param value a number that says nothing about a person
     */
    record Note(String code, long value) implements Effect {
        public Note {
            requireNonNull(code, "code is null");
        }
    }
}
