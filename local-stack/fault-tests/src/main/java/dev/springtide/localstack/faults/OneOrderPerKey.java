package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.api.Answer;
import dev.springtide.localstack.launcher.platform.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Many send the same order under the same key at once, to two instances, while instances die after
 * the commit and before the answer.
 */
final class OneOrderPerKey implements Scenario {

    private static final int KEYS = 2_000;
    private static final int FEW_KEYS = 6;
    private static final int TWINS = 64;
    private static final int REFUSED = 422;
    private static final int NOT_FOUND = 404;
    private static final String ORDERS = "/api/v1/orders";

    @Override
    public String name() {
        return "one-order-per-key";
    }

    @Override
    public String about() {
        return "64 identical POSTs at once for each of 2,000 keys (short 6), order-service"
                + " SIGKILLed meanwhile: one order, one id";
    }

    @Override
    public Set<Part> several(boolean brief) {
        return Set.of(Part.ORDER);
    }

    @Override
    public void run(World world) throws Exception {
        world.supervise();
        String subject = "twins-" + UUID.randomUUID();
        PatientClient twins = world.customer(subject);
        int keys = world.settings().brief() ? FEW_KEYS : KEYS;
        Map<String, Set<String>> ids = new HashMap<>();
        int kills;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Killings killings = new Killings(world, Part.ORDER);
            Future<Integer> killer = threads.submit(killings::go);
            for (int n = 0; n < keys; n++) {
                String key = UUID.randomUUID().toString();
                ids.put(key, together(threads, twins, key, world.stream().order(n)));
            }
            killings.end();
            kills = killer.get();
        }
        world.measured(Figure.atLeast("keys", ids.size(), keys));
        world.measured(Figure.told("requests repeated", twins.repeats()));
        world.measured(Figure.atLeast("kills meanwhile", kills, 1));
        int torn = count(ids, answers -> answers.size() > 1);
        world.measured(Figure.atMost("keys with two answers", torn, 0));
        int stored = world.progress().ordersOf(subject);
        world.measured(Figure.atMost("orders stored beyond the keys", stored - keys, 0));
        world.measured(Figure.atMost("keys without an order", keys - stored, 0));
        others(world, twins, ids);
    }

    /** What the requests of one key were answered, each answer once. */
    private static Set<String> together(
            ExecutorService threads, PatientClient twins, String key, Map<String, Object> order)
            throws Exception {
        List<Future<Answer>> all = new ArrayList<>();
        for (int twin = 0; twin < TWINS; twin++) {
            all.add(threads.submit(() -> twins.insist(one -> one.post(ORDERS, key, order))));
        }
        Set<String> answers = new HashSet<>();
        for (Future<Answer> answer : all) {
            answers.add(answer.get().text("id"));
        }
        return answers;
    }

    /** Another body under a key is refused; another customer's key is a key of its own. */
    private static void others(World world, PatientClient twins, Map<String, Set<String>> ids)
            throws InterruptedException {
        PatientClient stranger = world.customer("stranger");
        int taken = 0;
        int seen = 0;
        for (String key : ids.keySet()) {
            Map<String, Object> order = new HashMap<>(world.stream().order(1));
            order.put("lines", List.of(Map.of("sku", "FAULT-0", "quantity", 2)));
            taken += twins.insist(one -> one.post(ORDERS, key, order)).status() == REFUSED ? 0 : 1;
            Answer own = stranger.insist(one -> one.post(ORDERS, key, order));
            String id = ids.get(key).iterator().next();
            Answer read = stranger.insist(one -> one.get(ORDERS + "/" + id));
            seen += own.text("id").equals(id) || read.status() != NOT_FOUND ? 1 : 0;
        }
        world.measured(Figure.atMost("other bodies not refused with 422", taken, 0));
        world.measured(Figure.atMost("orders another customer saw", seen, 0));
    }

    private static int count(Map<String, Set<String>> ids, Predicate<Set<String>> which) {
        return Math.toIntExact(ids.values().stream().filter(which).count());
    }
}
