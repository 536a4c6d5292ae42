package sluice.transport.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SecretTest {
    // FIPS 180-2, appendix B.1
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void the_right_secret_matches_and_no_other() {
        assertThat(Secret.matches("abc", OF_ABC)).isTrue();
        assertThat(Secret.matches("abd", OF_ABC)).isFalse();
        assertThat(Secret.matches("", OF_ABC)).isFalse();
        assertThat(Secret.matches(OF_ABC, OF_ABC)).isFalse();
    }

    @Test
    void without_a_secret_nothing_matches() {
        assertThat(Secret.matches("", "")).isFalse();
        assertThat(Secret.matches("abc", "")).isFalse();
        assertThat(Secret.matches("", FakeDevices.sha256(""))).isFalse();
        assertThat(Secret.matches("abc", Secret.NONE)).isFalse();
        assertThat(Secret.matches("abc", "no hash")).isFalse();
    }
}
