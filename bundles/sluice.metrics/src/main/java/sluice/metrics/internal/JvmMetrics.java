package sluice.metrics.internal;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;

/** Writes the few figures of the Java virtual machine that tell whether it has room; named as the Prometheus client for Java names them. */
final class JvmMetrics {
    private static final double MILLIS_PER_SECOND = 1e3;

    private final Exposition page;

    JvmMetrics(Exposition page) {
        this.page = page;
    }

    void write() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        page.family("jvm_memory_used_bytes", "gauge", "Memory in use.").sample(heap.getUsed(), "area", "heap");
        page.family("jvm_memory_max_bytes", "gauge", "Most memory that may be used; -1 if there is no limit.")
                .sample(heap.getMax(), "area", "heap");
        page.family("jvm_threads_current", "gauge", "Live threads.")
                .sample(ManagementFactory.getThreadMXBean().getThreadCount());
        writeCollectors(ManagementFactory.getGarbageCollectorMXBeans());
        page.family("process_start_time_seconds", "gauge", "When the process started, seconds since 1970.")
                .sample(ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS_PER_SECOND);
    }

    private void writeCollectors(List<GarbageCollectorMXBean> collectors) {
        page.family("jvm_gc_collection_seconds", "summary", "Time spent in garbage collection.");
        for (GarbageCollectorMXBean collector : collectors) {
            page.suffixed("_count", Math.max(0, collector.getCollectionCount()), "gc", collector.getName());
            double seconds = Math.max(0, collector.getCollectionTime()) / MILLIS_PER_SECOND;
            page.suffixed("_sum", seconds, "gc", collector.getName());
        }
    }
}
