package sluice.driver.spi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;

/** A value of a JSON text. Asking for what is not there gives an empty answer, never an exception. Immutable. */
@ProviderType
public interface Json {
    /**
     * A member of an object.
     *
     * @param name the member's name
     * @return its value; a value that is {@linkplain #isAbsent() absent} if this is no object, has no such member, or holds null there
     */
    Json get(String name);

    /**
     * The elements of an array.
     *
     * @return in order; empty if this is no array
     */
    List<Json> items();

    /**
     * A text value.
     *
     * @return the text, or empty if this is no text
     */
    Optional<String> text();

    /**
     * A number without a fraction.
     *
     * @return the number, or empty if this is no number, has a fraction, or does not fit
     */
    OptionalLong integer();

    /**
     * A number.
     *
     * @return finite, or empty if this is no number
     */
    OptionalDouble number();

    /**
     * A truth value.
     *
     * @return true or false, or empty if this is neither
     */
    Optional<Boolean> truth();

    /**
     * Whether there is nothing here.
     *
     * @return true if the value is missing or null
     */
    boolean isAbsent();
}
