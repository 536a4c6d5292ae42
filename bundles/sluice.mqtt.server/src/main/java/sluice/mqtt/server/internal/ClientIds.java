package sluice.mqtt.server.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Under which client ids accounts are connected now. A server throws out whoever had a client id before, so nobody may take the one of
 * another account. May be asked from any thread.
 */
final class ClientIds {
    private final Map<String, Claim> claims = new ConcurrentHashMap<>();

    /**
     * An id in use.
     *
     * @param account whose it is
     * @param connections how many: a device that comes back before its old connection ended has two
     */
    private record Claim(String account, int connections) {}

    /** Takes an id, unless another account has it. An empty one is made up by Artemis, and is nobody's. */
    boolean claim(String clientId, String account) {
        return clientId.isEmpty()
                || claims.merge(
                                clientId,
                                new Claim(account, 1),
                                (held, wanted) ->
                                        held.account.equals(account) ? new Claim(account, held.connections + 1) : held)
                        .account
                        .equals(account);
    }

    /** Gives back what was taken. */
    void release(String clientId) {
        claims.computeIfPresent(
                clientId, (id, held) -> held.connections == 1 ? null : new Claim(held.account, held.connections - 1));
    }
}
