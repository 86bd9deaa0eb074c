package dev.springtide.localstack.faults;

import dev.springtide.localstack.simulator.provider.ProviderSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Charges time out before and after they happen, fail after they happen; webhooks are a mess. */
final class ProviderMisbehaviour implements Scenario {

    @Override
    public String name() {
        return "provider-misbehaviour";
    }

    @Override
    public String about() {
        return "10 % of charges time out afterwards, 10 % before, 5 % answer 500 afterwards;"
                + " webhooks doubled and out of order: one net capture per order";
    }

    @Override
    public void run(World world) throws Exception {
        Map<String, Object> faults = new HashMap<>();
        faults.put("timeoutAfterChargeRate", 0.10);
        faults.put("timeoutBeforeChargeRate", 0.10);
        faults.put("errorAfterChargeRate", 0.05);
        faults.put("webhooks", "ALL");
        faults.put("duplicateWebhookRate", 0.5);
        faults.put("reorderWebhooks", true);
        faults.put("seed", world.settings().seed());
        world.provider(faults);
        Attempts.Span mess = world.pass(Duration.ofMinutes(5), Duration.ofSeconds(10));
        world.measured(Figure.atMost("answers 5xx meanwhile", mess.serverErrors(), 0).ofPace());
        world.measured(Figure.told("payments in doubt at the end", world.progress().inDoubt()));
        world.provider(ProviderSettings.DEFAULTS);
    }
}
