package dev.springtide.load.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.load.benchmark.CpuQuota.Hierarchy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuQuotaTests {
    private static final String UNIFIED = "cgroup2 /sys/fs/cgroup/unified cgroup2 rw,relatime 0 0";

    @Test
    void findsTheCpuControllerAmongOthers() {
        List<String> mounts =
                List.of(
                        "proc /proc proc rw 0 0",
                        UNIFIED,
                        "cgroup /sys/fs/cgroup/cpuset cgroup rw,relatime,cpuset 0 0",
                        "cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,relatime,cpu,cpuacct 0 0");

        assertThat(Hierarchy.in(mounts))
                .contains(new Hierarchy(Path.of("/sys/fs/cgroup/cpu,cpuacct"), false));
    }

    @Test
    void takesTheUnifiedHierarchyWhereThereIsNoOther() {
        assertThat(Hierarchy.in(List.of(UNIFIED)))
                .contains(new Hierarchy(Path.of("/sys/fs/cgroup/unified"), true));
        assertThat(Hierarchy.in(List.of("proc /proc proc rw 0 0"))).isEmpty();
    }
}
