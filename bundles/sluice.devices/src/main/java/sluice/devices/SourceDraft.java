package sluice.devices;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/** An account that is to be made on the MQTT server; grown by its methods, which give copies. Checked when it is added, not here. */
public final class SourceDraft {
    private final String account;
    private final String prefix;
    private final boolean isDurable;
    private final boolean isNetworkServer;

    private SourceDraft(String account, String prefix, boolean isDurable, boolean isNetworkServer) {
        this.account = account;
        this.prefix = prefix;
        this.isDurable = isDurable;
        this.isNetworkServer = isNetworkServer;
    }

    /**
     * An account of a device, or of a gateway of several, that speaks for itself; nothing of it waits on disk.
     *
     * @param account the user name
     * @param prefix it may publish to topics that start with this; ends with {@code /}
     * @return the draft
     */
    public static SourceDraft of(String account, String prefix) {
        return new SourceDraft(
                requireNonNull(account, "account is null"), requireNonNull(prefix, "prefix is null"), false, false);
    }

    /**
     * Lets its messages wait on disk while the platform is away; never for streams about people.
     *
     * @return a copy that is durable
     */
    public SourceDraft durable() {
        return new SourceDraft(account, prefix, true, isNetworkServer);
    }

    /**
     * Lets it speak for the devices that are registered behind it, in LoRaWAN envelopes.
     *
     * @return a copy that is a network server
     */
    public SourceDraft networkServer() {
        return new SourceDraft(account, prefix, isDurable, true);
    }

    /**
     * The user name.
     *
     * @return as it was given
     */
    public String account() {
        return account;
    }

    /**
     * The draft as its file will say it.
     *
     * @param passwordHash {@code pbkdf2:…}
     * @return keys in the order in which they will stand
     */
    public Map<String, Object> document(String passwordHash) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("account", account);
        document.put("password", passwordHash);
        document.put("prefix", prefix);
        document.put("durable", isDurable);
        document.put("networkServer", isNetworkServer);
        return document;
    }
}
