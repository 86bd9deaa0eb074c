package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.api.Answer;
import dev.springtide.localstack.launcher.api.ApiClient;
import dev.springtide.localstack.launcher.audit.RecordPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What an operator sees of the parked records of all services, and does about them. */
final class ParkedRecords {

    private static final List<String> SERVICES = List.of("order", "inventory", "payment");
    private static final int CONFLICT = 409;

    private final World world;

    /**
     * One that waits.
     *
     * @param path where it is found
     * @param sound it only waits behind another
     */
    record Waiting(String path, String consumer, RecordPlace place, boolean sound) {}

    ParkedRecords(World world) {
        this.world = world;
    }

    /** All that wait, in the order in which each service parked them. */
    List<Waiting> waiting() {
        List<Waiting> all = new ArrayList<>();
        SERVICES.forEach(service -> all.addAll(waiting(service).reversed()));
        return all;
    }

    void discard(Waiting record) {
        require(
                operator()
                        .post(
                                record.path() + "/discard",
                                UUID.randomUUID().toString(),
                                Map.of("reason", "planted by a fault run")));
    }

    /** With all others of its order; nothing to do where one before it has brought it along. */
    void replay(Waiting record) {
        Answer answer = operator().post(record.path() + "/replay");
        if (answer.status() != CONFLICT) {
            require(answer);
        }
    }

    private List<Waiting> waiting(String service) {
        String list = "/api/v1/admin/" + service + "/parked-records";
        List<Waiting> found = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = require(operator().get(list + "?limit=100" + cursor));
            page.body().path("items").forEach(item -> found.add(of(list, item)));
            String next = page.text("nextCursor");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return found;
    }

    private static Waiting of(String list, JsonNode item) {
        return new Waiting(
                list + "/" + item.path("id").asLong(),
                item.path("consumer").asString(),
                new RecordPlace(
                        item.path("topic").asString(),
                        item.path("partition").asInt(),
                        item.path("offset").asLong()),
                item.path("error").asString("").isEmpty());
    }

    private ApiClient operator() {
        return world.operator();
    }

    private static Answer require(Answer answer) {
        if (!answer.isSuccess()) {
            throw new IllegalStateException("the operator was refused: " + answer);
        }
        return answer;
    }
}
