package sluice.broker.core;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.LongSupplier;
import sluice.broker.core.port.Budgets;
import sluice.broker.core.port.Conditions;
import sluice.broker.core.port.Devices;
import sluice.broker.core.port.Keys;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Spool;
import sluice.broker.core.port.Store;
import sluice.driver.spi.Json;

/**
 * What the broker needs from the rest of the platform.
 *
 * @param ledger records what flows; nothing flows without it
 * @param spool keeps what is not personal until it was delivered
 * @param store keeps the state of applications
 * @param conditions what the registers say that policies are conditional on
 * @param devices the register of devices
 * @param idKey 32 secret bytes, the same at each start, for ids of what is not personal
 * @param clock the platform's time
 * @param ticker nanoseconds from any origin
 * @param threads makes guests' threads; they should be daemons with no context class loader
 * @param json reads JSON for drivers, within the limits of {@link sluice.driver.spi.Tools#json}
 * @param keys keys that end with their epoch
 * @param budgets accounts of privacy budgets
 */
public record Ports(
        Ledger ledger,
        Spool spool,
        Store store,
        Conditions conditions,
        Devices devices,
        byte[] idKey,
        InstantSource clock,
        LongSupplier ticker,
        ThreadFactory threads,
        Function<byte[], Optional<Json>> json,
        Keys keys,
        Budgets budgets) {}
