package sluice.guard.rules.unlawful;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All of it together. */
final class CorpusTest {
    @Test
    void the_corpus_is_large_enough_to_mean_something() {
        assertThat(Stream.of(
                                SharedStateTest.CORPUS,
                                LocksTest.CORPUS,
                                CanonicalObjectsTest.CORPUS,
                                DefaultsTest.CORPUS,
                                ReflectionTest.CORPUS,
                                OutsideTest.CORPUS,
                                DetoursTest.CORPUS)
                        .mapToInt(Corpus::size)
                        .sum())
                .isGreaterThanOrEqualTo(75);
    }
}
