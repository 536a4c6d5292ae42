package sluice.conditions;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where a person's opt-out is put down. What is kept is a keyed digest of the name, which says nothing to whoever reads the register, and
 * can not be looked up without the key. Names are neither kept nor logged.
 */
@ProviderType
public interface OptOutDesk {
    /**
     * Puts an opt-out down. In force within a second.
     *
     * @param kind what kind of name it is: the field that holds it in readings, for example {@code plate}
     * @param name the name, exactly as readings have it
     * @return false if it was there already
     * @throws IOException if the register is damaged or can not be written; nothing changed
     */
    boolean optOut(String kind, String name) throws IOException;

    /**
     * Takes an opt-out back.
     *
     * @param kind what kind of name it is
     * @param name the name
     * @return false if it was not there
     * @throws IOException if the register is damaged or can not be written; nothing changed
     */
    boolean optIn(String kind, String name) throws IOException;
}
