package dev.springtide.localstack.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrafficTests {

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.inProcess(ProviderClient.API_KEY));
    private final ProviderClient shop = ProviderClient.of(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void countsEveryTryOfEachKind() throws Exception {
        shop.charge("k", "tok_visa");
        shop.charge("k", "tok_visa");
        shop.status("k");
        shop.refund("r", "k", "1.00");
        shop.cancel("k");
        shop.ledger();

        assertThat(traffic())
                .isEqualTo("{\"charges\":2,\"voids\":1,\"refunds\":1,\"questions\":1}");
    }

    @Test
    void countsWhatAnOutageRefuses() throws Exception {
        shop.settings("{\"outage\":true}");
        shop.charge("k", "tok_visa");
        shop.status("k");

        assertThat(traffic())
                .isEqualTo("{\"charges\":1,\"voids\":0,\"refunds\":0,\"questions\":1}");
    }

    private String traffic() throws Exception {
        return shop.call("GET", "/v1/traffic", null, null).body().toString();
    }
}
