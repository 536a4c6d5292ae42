package sluice.broker.core.guest;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.LongSupplier;
import sluice.broker.core.flow.IdKeys;
import sluice.broker.core.flow.Meters;
import sluice.broker.core.flow.PatientFlow;
import sluice.broker.core.flow.Router;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Spool;
import sluice.broker.core.port.Store;
import sluice.driver.spi.Json;

/**
 * What every lane and every recipient works with; one a broker.
 *
 * @param flow the line, for callers that can wait
 * @param router routes
 * @param board the registers' facts
 * @param meters counts
 * @param ledger the ledger
 * @param spool the spool
 * @param store keeps the state of applications
 * @param keys keys of ids
 * @param clock the platform's time
 * @param ticker nanoseconds from any origin
 * @param threads makes the guests' threads
 * @param json reads JSON for drivers
 */
public record Platform(
        PatientFlow flow,
        Router router,
        Board board,
        Meters meters,
        Ledger ledger,
        Spool spool,
        Store store,
        IdKeys keys,
        InstantSource clock,
        LongSupplier ticker,
        ThreadFactory threads,
        Function<byte[], Optional<Json>> json) {
    public Platform {
        requireNonNull(flow, "flow is null");
        requireNonNull(router, "router is null");
        requireNonNull(board, "board is null");
        requireNonNull(meters, "meters is null");
        requireNonNull(ledger, "ledger is null");
        requireNonNull(spool, "spool is null");
        requireNonNull(store, "store is null");
        requireNonNull(keys, "keys is null");
        requireNonNull(clock, "clock is null");
        requireNonNull(ticker, "ticker is null");
        requireNonNull(threads, "threads is null");
        requireNonNull(json, "json is null");
    }
}
