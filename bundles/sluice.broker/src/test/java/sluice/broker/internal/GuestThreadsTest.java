package sluice.broker.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GuestThreadsTest {
    /** Whatever the thread that starts a guest carries is the platform's, or another guest's. */
    @Test
    void a_guests_thread_has_no_context_class_loader_and_inherits_nothing() {
        InheritableThreadLocal<String> carried = new InheritableThreadLocal<>();
        carried.set("ABCD123");
        CompletableFuture<String> seen = new CompletableFuture<>();

        new GuestThreads()
                .newThread(() -> seen.complete(Thread.currentThread().getContextClassLoader() + " " + carried.get()))
                .start();

        assertThat(seen.join()).isEqualTo("null null");
    }
}
