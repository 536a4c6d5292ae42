package sluice.access.internal.page;

import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;

/** Asks the realm whether a user and a password belong together. */
final class SignIn {
    private static final String REALM = "karaf";

    private SignIn() {}

    /** Who it is, with the roles; empty if the realm says no, for whatever reason. */
    static Optional<Subject> of(Basic basic, String address) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new ClientPrincipal("webconsole", address));
        try {
            new LoginContext(REALM, subject, callbacks -> answer(callbacks, basic)).login();
            return Optional.of(subject);
        } catch (LoginException refused) {
            return Optional.empty();
        }
    }

    private static void answer(Callback[] callbacks, Basic basic) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                name.setName(basic.user());
            } else if (callback instanceof PasswordCallback password) {
                password.setPassword(basic.password().toCharArray());
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }
}
