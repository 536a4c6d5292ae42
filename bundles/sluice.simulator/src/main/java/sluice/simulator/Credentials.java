package sluice.simulator;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the city's devices prove themselves with. Made anew for each city, never printed.
 *
 * @param seed of the city that they belong to
 * @param secrets account or camera to its secret
 */
record Credentials(long seed, Map<String, String> secrets) {
    private static final int SECRET_BYTES = 24;
    private static final String SEED = "seed";

    Credentials {
        secrets = Map.copyOf(secrets);
    }

    /** Fresh secrets, which do not follow from the seed. */
    static Credentials fresh(City city, SecureRandom random) {
        Map<String, String> secrets = new TreeMap<>();
        for (Bin.Network network : Bin.Network.values()) {
            secrets.put(network.account(), secret(random));
        }
        city.cameras().forEach(camera -> secrets.put(camera.id(), secret(random)));
        return new Credentials(city.seed(), secrets);
    }

    static Credentials read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> secrets = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> secrets.put(name, properties.getProperty(name)));
        String seed = secrets.remove(SEED);
        if (seed == null) {
            throw new IOException("`" + file.getFileName() + "` is no credentials file: it has no `seed`");
        }
        return new Credentials(Long.parseLong(seed), secrets);
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(SEED + "=" + seed + "\n");
        new TreeMap<>(secrets).forEach((name, secret) -> text.append(name + "=" + secret + "\n"));
        PrivateFile.write(file, text.toString());
    }

    String of(String name) {
        String secret = secrets.get(name);
        if (secret == null) {
            throw new IllegalArgumentException("the credentials file has no secret for `" + name + "`");
        }
        return secret;
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Credentials[" + secrets.size() + " secrets]";
    }
}
