package sluice.mqtt.server.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import sluice.broker.core.port.MqttSource;

/** Who may connect, and what they may publish to. Everything here may be asked from any thread. */
final class Accounts {
    /** No device can have these: sources whose account starts with {@code $} are ignored, and the client id is refused to them. */
    static final String PLATFORM = "$sluice";

    static final String PLATFORM_CLIENT = "sluice.platform";
    private static final int LONGEST_TOPIC = 1_024;

    private final SecureRandom random = new SecureRandom();
    private final byte[] pepper = random.generateSeed(16);
    private final String platformPassword;
    private final Map<String, Checked> checked = new ConcurrentHashMap<>();
    private volatile Map<String, MqttSource> sources = Map.of();

    Accounts() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        this.platformPassword = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    String platformPassword() {
        return platformPassword;
    }

    void replace(List<MqttSource> all) {
        sources = all.stream()
                .filter(source -> !source.account().startsWith("$"))
                .collect(Collectors.toUnmodifiableMap(
                        MqttSource::account, Function.identity(), (first, second) -> first));
        checked.keySet().retainAll(sources.keySet());
    }

    List<MqttSource> all() {
        return List.copyOf(sources.values());
    }

    Optional<MqttSource> find(String account) {
        return Optional.ofNullable(sources.get(account));
    }

    /** Slow the first time that a password is given (PBKDF2), fast after that. */
    boolean verify(String account, String password) {
        byte[] digest = digest(password);
        if (account.equals(PLATFORM)) {
            return MessageDigest.isEqual(digest, digest(platformPassword));
        }
        MqttSource source = sources.get(account);
        if (source == null) {
            return false;
        }
        Checked last = checked.get(account);
        if (last != null && last.hash.equals(source.passwordHash()) && MessageDigest.isEqual(last.digest, digest)) {
            return true;
        }
        boolean right = Pbkdf2.matches(source.passwordHash(), password);
        if (right) {
            checked.put(account, new Checked(source.passwordHash(), digest));
        }
        return right;
    }

    /** The platform's account uses the platform's client ids and nobody else does. */
    static boolean mayUseClientId(String account, String clientId) {
        return account.equals(PLATFORM) == clientId.startsWith(PLATFORM_CLIENT)
                && clientId.length() <= 256
                && Names.isPlain(clientId)
                && clientId.indexOf('\'') < 0;
    }

    /** An account publishes below its own prefix; the platform's account publishes nothing. */
    boolean maySend(String account, String topic) {
        MqttSource source = sources.get(account);
        return source != null
                && topic.startsWith(source.prefix())
                && topic.length() <= LONGEST_TOPIC
                && Names.isTopic(topic);
    }

    private byte[] digest(String password) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(pepper);
            return sha.digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java has no SHA-256", absent);
        }
    }

    /** A password that was right for a hash, as a keyed digest; of use in this process only. */
    private record Checked(String hash, byte[] digest) {}
}
