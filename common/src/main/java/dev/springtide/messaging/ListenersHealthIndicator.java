package dev.springtide.messaging;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Down as soon as a listener has stopped that nobody told to stop, such as after an Error. */
final class ListenersHealthIndicator extends AbstractHealthIndicator {

    private final KafkaListenerEndpointRegistry registry;

    ListenersHealthIndicator(KafkaListenerEndpointRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> stopped = stopped();
        if (stopped.isEmpty()) {
            health.up();
        } else {
            health.down().withDetail("stopped", stopped);
        }
    }

    /** The ids of the listeners that have stopped unexpectedly. */
    List<String> stopped() {
        return registry.getListenerContainers().stream()
                .filter(ListenersHealthIndicator::hasStoppedUnexpectedly)
                .map(MessageListenerContainer::getListenerId)
                .toList();
    }

    private static boolean hasStoppedUnexpectedly(MessageListenerContainer container) {
        Stream<? extends MessageListenerContainer> children =
                container instanceof ConcurrentMessageListenerContainer<?, ?> concurrent
                        ? concurrent.getContainers().stream()
                        : Stream.empty();
        return !container.isInExpectedState() || children.anyMatch(c -> !c.isInExpectedState());
    }
}
