package sluice.devices;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A device that is to be registered; grown by its methods, which give copies. Checked when it is added, not here. */
public final class DeviceDraft {
    private static final String ADDRESS = "address";
    private static final String CONFIG = "config";

    private final Map<String, Object> document;

    private DeviceDraft(Map<String, Object> document) {
        this.document = Collections.unmodifiableMap(document);
    }

    /**
     * A device without an address yet.
     *
     * @param id the city's name for it
     * @param driver symbolic name of the driver's bundle
     * @return the draft
     */
    public static DeviceDraft of(String id, String driver) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("device", requireNonNull(id, "id is null"));
        document.put("driver", requireNonNull(driver, "driver is null"));
        document.put(ADDRESS, List.of());
        return new DeviceDraft(document);
    }

    /**
     * Adds an address.
     *
     * @param address {@code deveui:…}, {@code mqtt:TOPIC} or {@code http:ID}
     * @return a copy with it
     */
    public DeviceDraft address(String address) {
        List<Object> addresses = new ArrayList<>((List<?>) document.getOrDefault(ADDRESS, List.of()));
        addresses.add(requireNonNull(address, "address is null"));
        return with(ADDRESS, List.copyOf(addresses));
    }

    /**
     * Says which network server speaks for it.
     *
     * @param source its account on the MQTT server, or the id of its own device entry if it posts over HTTP
     * @return a copy with the source
     */
    public DeviceDraft source(String source) {
        return with("source", source);
    }

    /**
     * Says where it stands.
     *
     * @param latitude degrees north
     * @param longitude degrees east
     * @return a copy with the place
     */
    public DeviceDraft place(double latitude, double longitude) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("lat", latitude);
        place.put("lon", longitude);
        return with("place", place);
    }

    /**
     * Says which part of the city it belongs to.
     *
     * @param zone for example {@code old-town}
     * @return a copy with the zone
     */
    public DeviceDraft zone(String zone) {
        return with("zone", zone);
    }

    /**
     * Says who owns it.
     *
     * @param owner for the operator
     * @return a copy with the owner
     */
    public DeviceDraft owner(String owner) {
        return with("owner", owner);
    }

    /**
     * Says who sees its raw data before the gate, where and how long.
     *
     * @param custody for the operator and the privacy officer
     * @return a copy with the custody
     */
    public DeviceDraft custody(String custody) {
        return with("custody", custody);
    }

    /**
     * Says whom it serves, which may raise the labels of its readings.
     *
     * @param whom {@code household}
     * @return a copy with it
     */
    public DeviceDraft serves(String whom) {
        return with("serves", whom);
    }

    /**
     * Raises the labels of its readings.
     *
     * @param label the least label of each field, for example {@code INDIRECT}
     * @return a copy with it
     */
    public DeviceDraft raise(String label) {
        return with("raise", label);
    }

    /**
     * Says that nothing real stands behind it.
     *
     * @return a copy that is simulated
     */
    public DeviceDraft simulated() {
        return with("simulated", true);
    }

    /**
     * Sets one setting of its driver.
     *
     * @param name the setting
     * @param value a text, number, boolean, list or map
     * @return a copy with the setting
     */
    public DeviceDraft config(String name, Object value) {
        Map<String, Object> config = new LinkedHashMap<>();
        ((Map<?, ?>) document.getOrDefault(CONFIG, Map.of())).forEach((key, old) -> config.put(key.toString(), old));
        config.put(name, requireNonNull(value, "value is null"));
        return with(CONFIG, Collections.unmodifiableMap(config));
    }

    /**
     * The draft as its file will say it.
     *
     * @return keys in the order in which they will stand
     */
    public Map<String, Object> document() {
        return document;
    }

    private DeviceDraft with(String key, Object value) {
        Map<String, Object> grown = new LinkedHashMap<>(document);
        grown.put(key, requireNonNull(value, key + " is null"));
        return new DeviceDraft(grown);
    }
}
