package dev.springtide.outbox;

import dev.springtide.contract.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics that do not exist. One that exists is left as it is: another number of
 * partitions would break the order of keys.
 */
final class TopicSetup {

    private static final long TIMEOUT_SECONDS = 5;

    private final Map<String, Object> adminSettings;
    private final int partitions;
    private final short replicas;

    TopicSetup(Map<String, Object> adminSettings, int partitions, short replicas) {
        this.adminSettings = adminSettings;
        this.partitions = partitions;
        this.replicas = replicas;
    }

    void ensure() throws InterruptedException {
        try (Admin admin = Admin.create(adminSettings)) {
            Set<String> existing =
                    admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing =
                    Topics.ALL.stream()
                            .filter(topic -> !existing.contains(topic))
                            .map(this::topic)
                            .toList();
            admin.createTopics(missing).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("The topics could not be made", e);
            }
        } catch (TimeoutException e) {
            throw new KafkaException("The topics could not be made in time", e);
        }
    }

    private NewTopic topic(String name) {
        NewTopic topic = new NewTopic(name, partitions, replicas);
        return name.equals(Topics.PRODUCT_EVENTS)
                ? topic.configs(
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_COMPACT))
                : topic;
    }
}
