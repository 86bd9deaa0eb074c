package dev.springtide.localstack.faults;

import dev.springtide.embedded.Readiness;
import dev.springtide.localstack.launcher.platform.Instance;
import dev.springtide.localstack.launcher.platform.Part;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.common.GroupState;

/**
 * One instance of each service sleeps past its Kafka session in the middle of its work, and goes on
 * with it when it wakes up, after others have done the same work.
 */
final class ZombieConsumers implements Scenario {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration ASLEEP = Duration.ofMinutes(1);

    /** Longer than the session time-out of a short run. */
    private static final Duration BRIEFLY_ASLEEP = Duration.ofSeconds(9);

    private static final List<Part> SERVICES = List.of(Part.ORDER, Part.INVENTORY, Part.PAYMENT);

    @Override
    public String name() {
        return "zombie-consumer";
    }

    @Override
    public String about() {
        return "one instance of each service SIGSTOPped past its session (60 s, short 9 s): the"
                + " others take its partitions, and it has no effect when it wakes up";
    }

    @Override
    public Set<Part> several(boolean brief) {
        return Set.copyOf(SERVICES);
    }

    @Override
    public void run(World world) throws Exception {
        int before = members(world, world.platform().instances(Part.ORDER).size());
        List<Instance> asleep = SERVICES.stream().map(world::anyOf).toList();
        asleep.forEach(world::freeze);
        world.goOn(ASLEEP, BRIEFLY_ASLEEP);
        world.measured(Figure.told("consumers before", before));
        world.measured(
                Figure.atMost("consumers without the sleepers", members(world, 1), before / 2.0));
        Duration pause = world.progress().awaitConfirmedAfterNow(PATIENCE);
        world.measured(Figure.told("confirmed by the others", pause));
        asleep.forEach(world::thaw);
        Duration awake = world.progress().awaitConfirmedAfterNow(PATIENCE);
        world.measured(Figure.told("confirmed after they woke up", awake));
    }

    /** Of all groups together, when each has as many as expected and moves no partitions. */
    private static int members(World world, int expected) throws Exception {
        Properties settings = new Properties();
        settings.putAll(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        world.platform().bootstrapServers()));
        try (Admin admin = Admin.create(settings)) {
            List<String> groups =
                    admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                            .map(GroupListing::groupId)
                            .toList();
            Readiness.within(PATIENCE)
                    .until(() ->
                            describe(admin, groups).stream()
                                    .allMatch(one ->
                                            one.groupState() == GroupState.STABLE
                                                    && one.members().size() == expected));
            return describe(admin, groups).stream().mapToInt(group -> group.members().size()).sum();
        }
    }

    private static Collection<ConsumerGroupDescription> describe(Admin admin, List<String> groups)
            throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(groups).all().get().values();
    }
}
