package sluice.store.internal.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import sluice.store.internal.keys.DataKeys.DataKey;

/**
 * The text of the file {@code keys}: a line that tells whether a wrapping key is the right one, a line for each key (deadline, wrapped key,
 * purpose), and a line with the CRC-32C of those before. The wrapping key is HMAC-SHA-256 of a word under root and master key.
 */
final class KeyFile {
    private static final String CHECK = "check ";
    private static final int CHECK_DIGITS = 16;

    private final byte[] wrapping;
    private final Sealing sealing;

    KeyFile(byte[] root, byte[] master, SecureRandom random) {
        this.wrapping = mac(root, "sluice.store wrapping key", master);
        this.sealing = new Sealing(random);
    }

    byte[] write(Map<KeyId, DataKey> keys) {
        List<String> lines = new ArrayList<>();
        lines.add(check());
        keys.forEach((id, key) -> lines.add(line(id, key)));
        String body = String.join("\n", lines) + "\n";
        return (body + checksum(body) + "\n").getBytes(UTF_8);
    }

    /** Empty if this is not the key with which the file was written. */
    Optional<Map<KeyId, DataKey>> read(Path file) throws IOException {
        String text = Files.readString(file);
        int end = text.lastIndexOf('\n', text.length() - 2) + 1;
        String body = text.substring(0, end);
        if (!text.substring(end).equals(checksum(body) + "\n")) {
            throw new IOException("the checksum of file `" + file.getFileName() + "` does not match");
        }
        List<String> lines = body.lines().toList();
        if (!lines.get(0).equals(check())) {
            return Optional.empty();
        }
        Map<KeyId, DataKey> keys = new TreeMap<>(KeyId.ORDER);
        for (String line : lines.subList(1, lines.size())) {
            add(line, keys);
        }
        return Optional.of(keys);
    }

    private String line(KeyId id, DataKey key) {
        byte[] wrapped = sealing.seal(new DataKey(wrapping), id.toString(), key.secret());
        return id.deadline() + " " + Base64.getEncoder().encodeToString(wrapped) + " " + id.purpose();
    }

    private void add(String line, Map<KeyId, DataKey> keys) throws IOException {
        String[] parts = line.split(" ", 3);
        try {
            KeyId id = new KeyId(parts[2], Long.parseLong(parts[0]));
            byte[] secret = sealing.open(
                            new DataKey(wrapping),
                            id.toString(),
                            Base64.getDecoder().decode(parts[1]))
                    .orElseThrow(() -> new IOException("a key of records was changed"));
            keys.put(id, new DataKey(secret));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("the file of keys has a line that is none", e);
        }
    }

    private String check() {
        return CHECK
                + HexFormat.of().formatHex(mac(wrapping, "check", new byte[0])).substring(0, CHECK_DIGITS);
    }

    private static byte[] mac(byte[] key, String word, byte[] more) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(word.getBytes(UTF_8));
            return mac.doFinal(more);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is missing", e);
        }
    }

    private static String checksum(String body) {
        CRC32C crc = new CRC32C();
        crc.update(body.getBytes(UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
