package sluice.mqtt.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.port.MqttSource;

class AccountsTest {
    /** PBKDF2-HMAC-SHA-256 of "password" with salt "salt", 4,096 rounds (the widely published vector). */
    private static final String VECTOR = "pbkdf2:4096:c2FsdA==:xeR41ZKIyEGqUw22hFxMjZYok6ABzk4RpJY4c6qYE0o=";

    @Test
    void the_published_vector_holds() {
        assertThat(Pbkdf2.matches(VECTOR, "password")).isTrue();
        assertThat(Pbkdf2.matches(VECTOR, "Password")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain:password",
                "pbkdf2:x:c2FsdA==:xeR41Q==",
                "pbkdf2:0:c2FsdA==:xeR41ZKIyEGqUw22hFxMjZYok6ABzk4RpJY4c6qYE0o=",
                "pbkdf2:1::xeR41ZKIyEGqUw22hFxMjZYok6ABzk4RpJY4c6qYE0o=",
                "pbkdf2:1:c2FsdA==:",
                "pbkdf2:1:***:xeR41ZKIyEGqUw22hFxMjZYok6ABzk4RpJY4c6qYE0o=",
                "pbkdf2:999999999:c2FsdA==:xeR41ZKIyEGqUw22hFxMjZYok6ABzk4RpJY4c6qYE0o="
            })
    void a_hash_that_is_none_lets_nobody_in(String hash) {
        assertThat(Pbkdf2.matches(hash, "password")).isFalse();
        assertThat(Pbkdf2.matches(hash, "")).isFalse();
    }

    @Test
    void a_password_that_was_right_is_forgotten_when_its_hash_changes() {
        Accounts accounts = new Accounts();
        accounts.replace(List.of(source("a", VECTOR)));
        assertThat(accounts.verify("a", "password")).isTrue();

        accounts.replace(List.of(source("a", Rig.hash("other"))));

        assertThat(accounts.verify("a", "password")).isFalse();
        assertThat(accounts.verify("a", "other")).isTrue();
    }

    @Test
    void an_account_named_like_the_platforms_own_is_ignored() {
        Accounts accounts = new Accounts();
        accounts.replace(List.of(source(Accounts.PLATFORM, VECTOR)));

        assertThat(accounts.all()).isEmpty();
        assertThat(accounts.verify(Accounts.PLATFORM, "password")).isFalse();
        assertThat(accounts.verify(Accounts.PLATFORM, accounts.platformPassword()))
                .isTrue();
        assertThat(accounts.maySend(Accounts.PLATFORM, "a/1")).isFalse();
    }

    @Test
    void every_start_makes_another_password() {
        assertThat(new Accounts().platformPassword())
                .hasSizeGreaterThan(40)
                .isNotEqualTo(new Accounts().platformPassword());
    }

    private static MqttSource source(String account, String hash) {
        return new MqttSource(account, hash, "a/", true);
    }
}
