package sluice.mqtt.server.internal;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Tells Artemis who may do what. The {@link Gate} has asked the same before; this is what still holds if a packet should find a way past it.
 */
final class Doorman implements ActiveMQSecurityManager5 {
    private static final Set<CheckType> PLATFORM_MAY = EnumSet.of(
            CheckType.CONSUME,
            CheckType.CREATE_DURABLE_QUEUE,
            CheckType.CREATE_NON_DURABLE_QUEUE,
            CheckType.DELETE_DURABLE_QUEUE,
            CheckType.DELETE_NON_DURABLE_QUEUE);

    private final Accounts accounts;
    private final Predicate<String> isMailbox;

    Doorman(Accounts accounts, Predicate<String> isMailbox) {
        this.accounts = accounts;
        this.isMailbox = isMailbox;
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user, @Nullable String password, RemotingConnection connection, @Nullable String domain) {
        if (user == null || password == null || !mayUse(user, connection.getClientID())) {
            return null;
        }
        return accounts.verify(user, password) ? subject(user) : null;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
        return subject.getPrincipals(UserPrincipal.class).stream()
                .anyMatch(principal -> may(principal.getName(), check, address));
    }

    private boolean may(String user, CheckType check, String address) {
        if (user.equals(Accounts.PLATFORM)) {
            return PLATFORM_MAY.contains(check) && isPlatformsMailbox(address);
        }
        return check == CheckType.SEND && accounts.maySend(user, address);
    }

    /** Artemis asks for {@code ADDRESS} or for {@code ADDRESS::QUEUE}. */
    private boolean isPlatformsMailbox(String address) {
        int queue = address.indexOf("::");
        return queue < 0
                ? isMailbox.test(address)
                : isMailbox.test(address.substring(0, queue))
                        && address.startsWith(Accounts.PLATFORM_CLIENT, queue + "::".length());
    }

    private static boolean mayUse(String user, @Nullable String clientId) {
        return clientId != null && Accounts.mayUseClientId(user, clientId);
    }

    private static Subject subject(String user) {
        return new Subject(true, Set.of(new UserPrincipal(user)), Set.of(), Set.of());
    }

    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
        return false;
    }
}
