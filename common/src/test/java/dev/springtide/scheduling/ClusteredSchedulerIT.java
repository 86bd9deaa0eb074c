package dev.springtide.scheduling;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.springtide.sample.SampleService;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = {SampleService.class, ClusteredSchedulerIT.Jobs.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "springtide.outbox.enabled=false",
            "springtide.scheduling.polling-interval=100ms"
        })
class ClusteredSchedulerIT {

    @Autowired AtomicInteger runs;
    @Autowired JdbcTemplate jdbc;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        SampleService.infrastructure(registry, "scheduling");
    }

    @Test
    void runsEveryTaskThatIsABean() {
        await().atMost(Duration.ofSeconds(20)).until(() -> runs.get() > 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        jdbc.queryForList(
                                        "SELECT task_name FROM scheduled_tasks WHERE last_success IS NOT NULL",
                                        String.class)
                                .contains("outbox-partition-upkeep"));
    }

    @TestConfiguration
    static class Jobs {

        @Bean
        AtomicInteger runs() {
            return new AtomicInteger();
        }

        @Bean
        RecurringTask<Void> counting(AtomicInteger runs) {
            return Tasks.recurring("counting", FixedDelay.ofMillis(200))
                    .execute((instance, context) -> runs.incrementAndGet());
        }
    }
}
