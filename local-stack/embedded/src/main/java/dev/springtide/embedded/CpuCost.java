package dev.springtide.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;

/** What a piece of work costs: processor time of this JVM with all its threads. */
public final class CpuCost {

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CpuCost() {}

    /** In microseconds for one of so many times, which are numbered from 0. */
    public static double microseconds(int times, IntConsumer work) {
        long before = MACHINE.getProcessCpuTime();
        for (int n = 0; n < times; n++) {
            work.accept(n);
        }
        return (MACHINE.getProcessCpuTime() - before) / 1e3 / times;
    }
}
