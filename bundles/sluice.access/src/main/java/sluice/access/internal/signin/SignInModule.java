package sluice.access.internal.signin;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * The last module of the realm: refuses a password, right or wrong, while its origin is locked out. It lets nobody in by itself
 * ({@code login} answers false). Keys are not its matter, since nobody guesses one. Created by JAAS for each attempt.
 */
public final class SignInModule implements LoginModule {
    static final String DOORKEEPER = "sluice.access.doorkeeper";

    private @Nullable Doorkeeper doorkeeper;
    private @Nullable Origin attempt;
    private Subject subject = new Subject();
    private CallbackHandler handler = callbacks -> {};

    @Override
    public void initialize(
            Subject person, CallbackHandler callbacks, Map<String, ?> sharedState, Map<String, ?> options) {
        subject = person;
        handler = callbacks;
        doorkeeper = (Doorkeeper) options.get(DOORKEEPER);
    }

    @Override
    public boolean login() throws LoginException {
        Origin origin = origin().orElse(null);
        if (origin != null && !keeper().admits(origin)) {
            throw new FailedLoginException("too many wrong passwords; come again later [locked-out]");
        }
        attempt = origin;
        return false;
    }

    @Override
    public boolean commit() throws LoginException {
        Origin origin = attempt;
        attempt = null;
        if (origin != null) {
            keeper().right(origin);
        }
        return false;
    }

    @Override
    public boolean abort() throws LoginException {
        Origin origin = attempt;
        attempt = null;
        if (origin != null) {
            keeper().wrong(origin);
        }
        return false;
    }

    @Override
    public boolean logout() {
        return false;
    }

    private Doorkeeper keeper() throws LoginException {
        Doorkeeper keeper = doorkeeper;
        if (keeper == null) {
            throw new LoginException("the realm is not set up [not-running]");
        }
        return keeper;
    }

    /** Empty if nobody offers a password. */
    private Optional<Origin> origin() throws LoginException {
        NameCallback name = new NameCallback("user");
        PasswordCallback password = new PasswordCallback("password", false);
        try {
            handler.handle(new Callback[] {name});
            handler.handle(new Callback[] {password});
        } catch (UnsupportedCallbackException aKey) {
            return Optional.empty();
        } catch (IOException e) {
            throw new FailedLoginException("no user and password [not-running]");
        } finally {
            password.clearPassword();
        }
        return Optional.ofNullable(name.getName()).map(user -> Origin.of(user, client()));
    }

    private String client() {
        return subject.getPrincipals(ClientPrincipal.class).stream()
                .map(ClientPrincipal::getAddress)
                .findFirst()
                .orElse("");
    }
}
