package dev.springtide.load.benchmark;

import dev.springtide.embedded.Readiness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** The consumers of inventory-service on the topic of orders, as the broker sees them. */
final class ConsumerGroup implements AutoCloseable {
    private static final String GROUP = "inventory-stock";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Admin admin;

    ConsumerGroup(String bootstrapServers) {
        this.admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Waits until so many members share all partitions evenly. */
    void awaitMembers(int count) {
        await(() -> isShared(group(), count, partitions()), count + " consumers in the group");
    }

    /** Waits until everything on the topic has been consumed. */
    void awaitDrained() {
        await(() -> lag().values().stream().allMatch(lag -> lag == 0), "an empty backlog");
    }

    /** How many events have been consumed for good, of all partitions. */
    long consumed() throws ExecutionException, InterruptedException {
        return committed().values().stream().mapToLong(OffsetAndMetadata::offset).sum();
    }

    /** How many wait, by partition. */
    Map<Integer, Long> lag() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        Map<Integer, Long> lag = new TreeMap<>();
        admin.listOffsets(
                        topicPartitions().stream()
                                .collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest())))
                .all()
                .get()
                .forEach((partition, end) -> {
                    OffsetAndMetadata at = committed.get(partition);
                    lag.put(partition.partition(), end.offset() - (at == null ? 0 : at.offset()));
                });
        return lag;
    }

    @Override
    public void close() {
        admin.close();
    }

    private static boolean isShared(ConsumerGroupDescription group, int count, int partitions) {
        return group.groupState() == GroupState.STABLE
                && group.members().size() == count
                && group.members().stream()
                        .allMatch(member ->
                                member.assignment().topicPartitions().size() == partitions / count);
    }

    private static void await(Readiness.Probe probe, String what) {
        if (!Readiness.within(PATIENCE).until(probe)) {
            throw new IllegalStateException("not within " + PATIENCE.toMinutes() + " min: " + what);
        }
    }

    private ConsumerGroupDescription group() throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(GROUP)).all().get().values().iterator().next();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed()
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
    }

    private int partitions() throws ExecutionException, InterruptedException {
        return topicPartitions().size();
    }

    private Set<TopicPartition> topicPartitions() throws ExecutionException, InterruptedException {
        return admin
                .describeTopics(List.of(OrderBacklog.TOPIC))
                .allTopicNames()
                .get()
                .values()
                .stream()
                .flatMap(topic -> topic.partitions().stream())
                .map(one -> new TopicPartition(OrderBacklog.TOPIC, one.partition()))
                .collect(Collectors.toSet());
    }
}
