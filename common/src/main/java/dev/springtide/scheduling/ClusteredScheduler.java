package dev.springtide.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * Looks for due executions from the moment the application is ready until it shuts down. An
 * execution is picked by one instance; one whose instance dies is picked again after its heartbeats
 * stop, so a job must bear a second run. What is due is judged by the database's clock.
 */
public class ClusteredScheduler {

    private static final Duration SHUTDOWN = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final List<Task<?>> tasks;
    private final SchedulingProperties properties;
    private @Nullable Scheduler running;

    ClusteredScheduler(
            DataSource dataSource, List<Task<?>> tasks, SchedulingProperties properties) {
        this.dataSource = dataSource;
        this.tasks = tasks;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        if (running == null && !tasks.isEmpty()) {
            running = scheduler();
            running.start();
        }
    }

    @EventListener(ContextClosedEvent.class)
    synchronized void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a recurring task is both, which no type says
    private Scheduler scheduler() {
        List onStartup = tasks.stream().filter(OnStartup.class::isInstance).toList();
        List<Task<?>> others = tasks.stream().filter(t -> !(t instanceof OnStartup)).toList();
        return new SteadyBuilder(dataSource, others)
                .startTasks(onStartup)
                .pollingInterval(properties.pollingInterval())
                .threads(properties.threads())
                .shutdownMaxWait(SHUTDOWN)
                .build();
    }

    /** The builder's clock has no other door. */
    private static final class SteadyBuilder extends SchedulerBuilder {
        private SteadyBuilder(DataSource dataSource, List<Task<?>> tasks) {
            super(dataSource, tasks);
            this.clock = new SteadyTime(dataSource);
        }
    }
}
