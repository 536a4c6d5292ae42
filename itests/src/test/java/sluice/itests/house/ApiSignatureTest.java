package sluice.itests.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Strangers compile against two packages, so that no signature there changes by accident. Whoever changes one on purpose runs this with
 * {@code -Dapi.write=true}, raises the package's version, and shows the difference in the commit.
 */
final class ApiSignatureTest {
    @ParameterizedTest
    @ValueSource(strings = {"sluice.driver.spi", "sluice.app.api"})
    void what_strangers_compile_against_is_what_was_agreed(String api) throws IOException {
        Path agreed = House.root().resolve("docs/reference/api").resolve(api + ".txt");
        String now = new ApiText(api).of(types(api));
        if (Boolean.getBoolean("api.write")) {
            Files.createDirectories(agreed.getParent());
            Files.writeString(agreed, now, UTF_8);
        }
        assertThat(agreed).content(UTF_8).isEqualTo(now);
    }

    private static List<Class<?>> types(String api) {
        Path classes = House.root().resolve("bundles").resolve(api).resolve("target/classes");
        // Below target/, so that House would leave them out if it were asked from the root.
        return House.under(classes, path -> path.toString().endsWith(".class")).stream()
                .map(file -> classes.relativize(file).toString())
                .filter(name -> !name.endsWith("package-info.class"))
                .<Class<?>>map(ApiSignatureTest::load)
                .toList();
    }

    private static Class<?> load(String classFile) {
        String name = classFile.replace(".class", "").replace('/', '.');
        try {
            return Class.forName(name, false, ApiSignatureTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
