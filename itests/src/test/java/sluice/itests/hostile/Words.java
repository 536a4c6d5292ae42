package sluice.itests.hostile;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What a case is told: its secret, and where the world outside listens. A source names them as {@code @SECRET@} and so on.
 *
 * @param secret eight letters and digits, of this case only
 * @param tail its last four, for ways that are narrow
 * @param tokens what else, by name
 */
record Words(String secret, String tail, Map<String, String> tokens) {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    static Words of(Attack attack, World world, Path folder, RandomGenerator random) {
        String secret = random.ints(8, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
        Map<String, String> tokens = new LinkedHashMap<>(world.tokens());
        tokens.put("SECRET", secret);
        tokens.put("TAIL", secret.substring(4));
        tokens.put("ALPHABET", ALPHABET);
        tokens.put("NAME", attack.name());
        tokens.put("SOURCE_JAR", folder.resolve("source.jar").toString());
        return new Words(secret, secret.substring(4), tokens);
    }

    String in(String text) {
        String told = text;
        for (Map.Entry<String, String> token : tokens.entrySet()) {
            told = told.replace("@" + token.getKey() + "@", token.getValue());
        }
        return told;
    }

    /** Whether a sink has it: all of it, or {@code tail:} and its end. */
    boolean isIn(String loot) {
        return loot.toUpperCase(Locale.ROOT).contains(secret) || loot.equals("tail:" + tail);
    }
}
