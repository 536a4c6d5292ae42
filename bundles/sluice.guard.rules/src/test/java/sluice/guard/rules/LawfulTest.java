package sluice.guard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lawful.Lawful;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A guard that refuses honest work is switched off: what drivers and applications are made of is accepted, and works. */
final class LawfulTest {
    @Test
    void every_class_of_the_corpus_is_accepted() throws IOException {
        assertThat(FolderScan.of(folder(), "lawful")).isEmpty();
    }

    @Test
    void the_corpus_is_large_enough_to_mean_something() {
        assertThat(pieces().count()).isGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void what_is_accepted_also_works(Class<? extends Lawful> type) throws ReflectiveOperationException {
        Constructor<? extends Lawful> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Lawful piece = constructor.newInstance();
        assertThat(piece.run()).isEqualTo(piece.expected());
    }

    static Stream<Class<? extends Lawful>> pieces() {
        return classes().stream()
                .filter(type -> Lawful.class.isAssignableFrom(type) && !type.isInterface())
                .map(type -> type.asSubclass(Lawful.class));
    }

    private static List<Class<?>> classes() {
        try (Stream<Path> files = Files.list(folder().resolve("lawful"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .sorted()
                    .<Class<?>>map(name -> named("lawful." + name.substring(0, name.length() - 6)))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Lawful.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
