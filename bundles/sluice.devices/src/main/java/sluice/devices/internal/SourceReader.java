package sluice.devices.internal;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.broker.core.port.MqttSource;
import sluice.yaml.Problems;
import sluice.yaml.Say;
import sluice.yaml.YamlMap;

/** Reads one document of {@code sources/}. */
final class SourceReader {
    static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern PREFIX = Pattern.compile("[^$/+#\\p{Cntrl}][^+#\\p{Cntrl}]{0,198}/");
    private static final Pattern HASH = Pattern.compile("pbkdf2:([0-9]{4,7}):([A-Za-z0-9+/]+=*):([A-Za-z0-9+/]+=*)");
    private static final int MOST_ITERATIONS = 5_000_000;
    private static final int LEAST_SALT_BYTES = 8;
    private static final int HASH_BYTES = 32;

    private final Problems problems;

    SourceReader(Problems problems) {
        this.problems = problems;
    }

    Optional<MqttSource> read(YamlMap document) {
        int before = problems.count();
        String account = document.text("account");
        String prefix = document.text("prefix");
        String password = document.optionalText("password");
        boolean durable = document.truth("durable");
        boolean networkServer = document.truth("networkServer");
        if (!account.isEmpty() && !ACCOUNT.matcher(account).matches()) {
            document.problem(
                    DeviceCode.BAD_NAME,
                    "account",
                    Say.quote(account) + " is no account; write letters, digits, `.`, `_` and `-`");
        }
        if (!prefix.isEmpty() && !PREFIX.matcher(prefix).matches()) {
            document.problem(
                    DeviceCode.BAD_NAME,
                    "prefix",
                    Say.quote(prefix)
                            + " is no prefix; it ends with `/`, begins with neither `$` nor `/`, and has no `+` or `#`");
        }
        if (!password.isEmpty() && !isHash(password)) {
            // The value is not repeated: it may be the password itself.
            document.problem(
                    DeviceCode.BAD_SECRET,
                    "password",
                    "`password` must be `pbkdf2:ITERATIONS:SALT:HASH` with at least " + Secrets.LEAST_ITERATIONS
                            + " iterations, never the password itself");
        }
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new MqttSource(account, password, prefix, durable, networkServer));
    }

    private static boolean isHash(String text) {
        Matcher parts = HASH.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        try {
            int iterations = Integer.parseInt(parts.group(1));
            return iterations >= Secrets.LEAST_ITERATIONS
                    && iterations <= MOST_ITERATIONS
                    && Base64.getDecoder().decode(parts.group(2)).length >= LEAST_SALT_BYTES
                    && Base64.getDecoder().decode(parts.group(3)).length == HASH_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
