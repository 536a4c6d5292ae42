package sluice.devices;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes the register of devices and accounts, as files that a person can read and change. What is written is in force as soon as the
 * registry has looked at its folder again, within a second. Published as a service; may be called from any thread.
 */
@ProviderType
public interface DeviceRegistrar {
    /**
     * Registers a device in a file of its own, {@code devices/ID.yaml}.
     *
     * @param device what is to be written
     * @return done, with a new secret if the device has an {@code http:} address, or why not
     */
    Answer add(DeviceDraft device);

    /**
     * Takes a device out of the register.
     *
     * @param id the city's name for it
     * @return done, or why not; a file that a person wrote is removed with its only device, and not changed otherwise
     */
    Answer remove(String id);

    /**
     * Registers the devices of a list. Importing the same list again changes nothing. A line that is refused keeps no other out.
     *
     * @param csv UTF-8 with a header line, at most 10 MB and 100,000 lines; columns {@code id,driver,address} (several addresses parted by
     *     {@code ;}), and if wanted {@code source,lat,lon,zone,owner,custody,serves,simulated} and {@code config.NAME}
     * @param dryRun true to be told what would be done, and have nothing written
     * @return what was, or would be, done
     */
    ImportReport importCsv(Path csv, boolean dryRun);

    /**
     * Makes an account on the MQTT server, in {@code sources/ACCOUNT.yaml}. The file holds no more than a PBKDF2 hash of the password.
     *
     * @param source what is to be written
     * @return done, with the new password, or why not
     */
    Answer addSource(SourceDraft source);
}
