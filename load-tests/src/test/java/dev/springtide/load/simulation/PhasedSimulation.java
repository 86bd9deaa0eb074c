package dev.springtide.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.springtide.load.Phase;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The phases of the settings one after the other, each an open model of its own: whoever is still
 * waiting in one does not hold back the next.
 */
abstract class PhasedSimulation extends Simulation {
    private Instant began = Instant.EPOCH;

    protected PhasedSimulation() {
        List<PopulationBuilder> populations = new ArrayList<>();
        int begin = 0;
        for (Phase phase : Shop.SETTINGS.phases()) {
            populations.add(
                    scenario(phase.request("orders"))
                            .exec(visit(phase))
                            .injectOpen(nothingFor(begin), rate(phase)));
            begin += phase.seconds();
        }
        setUp(populations).protocols(Shop.gateway()).assertions(limits());
    }

    /** What one customer does. */
    abstract ChainBuilder visit(Phase phase);

    /** What Gatling's own report holds the run against; the verdict is made of more. */
    List<Assertion> limits() {
        return List.of(details("warm-up " + Phase.ORDER).successfulRequests().percent().gte(50.0));
    }

    @Override
    public void before() {
        began = Instant.now();
    }

    @Override
    public void after() {
        Shop.ANSWERS.print(began, Instant.now());
    }

    private static OpenInjectionStep rate(Phase phase) {
        return phase.from() == phase.to()
                ? constantUsersPerSec(phase.to()).during(phase.seconds())
                : rampUsersPerSec(phase.from()).to(phase.to()).during(phase.seconds());
    }
}
