package sluice.access.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.junit.jupiter.api.Test;
import sluice.broker.core.port.Trouble;

final class SignInModuleTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Doorkeeper doorkeeper = new Doorkeeper(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @Test
    void three_wrong_passwords_cost_nothing_and_the_fourth_five_seconds() throws Exception {
        wrong("ann", "/192.0.2.1:4711", 3);
        assertThat(right("ann", "/192.0.2.1:4712")).isTrue();

        wrong("ann", "/192.0.2.1:4711", 4);
        assertThat(right("ann", "/192.0.2.1:4712")).isFalse();

        now = now.plusSeconds(6);
        assertThat(right("ann", "/192.0.2.1:4712")).isTrue();
    }

    @Test
    void each_further_one_costs_twice_as_long_up_to_a_quarter_of_an_hour() throws Exception {
        wrong("ann", "/192.0.2.1:1", 4);
        now = now.plusSeconds(6);
        wrong("ann", "/192.0.2.1:1", 1);
        now = now.plusSeconds(6);
        assertThat(right("ann", "/192.0.2.1:1")).as("10 s").isFalse();

        for (int more = 0; more < 15; more++) {
            now = now.plus(Attempts.LONGEST_DELAY).plusSeconds(1);
            wrong("ann", "/192.0.2.1:1", 1);
        }
        now = now.plus(Attempts.LONGEST_DELAY).minusSeconds(1);
        assertThat(right("ann", "/192.0.2.1:1")).isFalse();
        now = now.plusSeconds(2);
        assertThat(right("ann", "/192.0.2.1:1")).isTrue();
    }

    /** Otherwise anybody could keep an operator out. */
    @Test
    void the_same_user_gets_in_from_another_address() throws Exception {
        wrong("ann", "/192.0.2.1:1", 4);

        assertThat(right("ann", "/192.0.2.2:1")).isTrue();
        assertThat(right("Ann", "/192.0.2.1:1")).as("names are one in any case").isFalse();
    }

    @Test
    void an_address_that_tries_many_names_is_held_up_for_all_of_them() throws Exception {
        for (int user = 0; user <= Attempts.FREE_OF_ADDRESS; user++) {
            wrong("user" + user, "/192.0.2.1:1", 1);
        }

        assertThat(right("ann", "/192.0.2.1:1")).isFalse();
        assertThat(right("ann", "/192.0.2.2:1")).isTrue();
    }

    @Test
    void keys_are_not_counted_since_nobody_guesses_one() throws Exception {
        for (int time = 0; time < 10; time++) {
            SignInModule module = module("ann", "/192.0.2.1:1", false);
            assertThat(module.login()).isFalse();
            module.abort();
        }

        assertThat(right("ann", "/192.0.2.1:1")).isTrue();
    }

    @Test
    void what_is_counted_and_told_names_nobody() throws Exception {
        wrong("ann", "/192.0.2.1:1", 4);
        right("ann", "/192.0.2.1:1");

        assertThat(doorkeeper.counts())
                .containsEntry("wrong", 4L)
                .containsEntry("locked-out", 1L)
                .containsEntry("accepted", 0L);
        assertThat(doorkeeper.troubles()).singleElement().satisfies(SignInModuleTest::namesNobody);
    }

    @Test
    void a_flood_of_names_and_addresses_takes_bounded_memory() {
        Attempts attempts = new Attempts(Clock.systemUTC());
        for (int at = 0; at < 4 * Attempts.MOST; at++) {
            attempts.wrong(new Origin("user" + at, "address" + at));
            attempts.wrong(new Origin("user" + at, "address" + at));
            attempts.wrong(new Origin("user" + at, "address" + at));
            attempts.wrong(new Origin("user" + at, "address" + at));
        }

        assertThat(attempts.lockedOut()).isLessThanOrEqualTo(Attempts.MOST);
    }

    @Test
    void an_old_mistake_is_forgotten() throws Exception {
        wrong("ann", "/192.0.2.1:1", 3);
        now = now.plus(Attempts.FORGOTTEN_AFTER).plus(Duration.ofSeconds(1));
        wrong("ann", "/192.0.2.1:1", 1);

        assertThat(right("ann", "/192.0.2.1:1")).isTrue();
    }

    @Test
    void addresses_lose_their_port_and_ipv6_its_second_half() {
        assertThat(Origin.of("a", "/127.0.0.1:4711").address()).isEqualTo("127.0.0.1");
        assertThat(Origin.of("a", "127.0.0.1").address()).isEqualTo("127.0.0.1");
        assertThat(Origin.of("a", "localhost/127.0.0.1:80").address()).isEqualTo("127.0.0.1");
        assertThat(Origin.of("a", "/2001:db8:1:2:3:4:5:6:4711").address()).isEqualTo("2001:db8:1:2");
        assertThat(Origin.of("a", "[2001:db8:1:2:3:4:5:6]:4711").address()).isEqualTo("2001:db8:1:2");
        assertThat(Origin.of("a".repeat(1_000), "").user()).hasSize(64);
    }

    private static void namesNobody(Trouble trouble) {
        assertThat(trouble.code()).isEqualTo("locked-out");
        assertThat(trouble.toString()).doesNotContain("ann", "192.0.2");
    }

    private void wrong(String user, String client, int times) throws LoginException {
        for (int time = 0; time < times; time++) {
            SignInModule module = module(user, client, true);
            assertThat(module.login()).isFalse();
            module.abort();
        }
    }

    private boolean right(String user, String client) throws LoginException {
        SignInModule module = module(user, client, true);
        try {
            module.login();
        } catch (FailedLoginException locked) {
            assertThatThrownBy(() -> {
                        throw locked;
                    })
                    .hasMessageContaining("[locked-out]");
            module.abort();
            return false;
        }
        module.commit();
        return true;
    }

    private SignInModule module(String user, String client, boolean hasPassword) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new ClientPrincipal("ssh", client));
        SignInModule module = new SignInModule();
        module.initialize(subject, answers(user, hasPassword), Map.of(), Map.of(SignInModule.DOORKEEPER, doorkeeper));
        return module;
    }

    private static CallbackHandler answers(String user, boolean hasPassword) {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback name) {
                    name.setName(user);
                } else if (callback instanceof PasswordCallback password && hasPassword) {
                    password.setPassword("secret".toCharArray());
                } else {
                    throw new UnsupportedCallbackException(callback);
                }
            }
        };
    }
}
