package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VitalsTests {
    @Test
    void sumsTheMetricsThatMatter() {
        String page =
                """
                # TYPE jvm_memory_used_bytes gauge
                jvm_memory_used_bytes{area="heap",id="Eden Space"} 100.0
                jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 1.5E3
                jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 7.0
                jvm_threads_live_threads 42.0
                """;

        assertThat(Vitals.read(page)).isEqualTo(Map.of("heap", 1_600.0, "threads", 42.0));
    }
}
