package dev.springtide.containers;

import dev.springtide.containers.Choice.Wish;
import dev.springtide.embedded.ServerChoice;
import dev.springtide.embedded.ServerSource;
import java.util.Locale;

/** Decides once per JVM and says so. */
public final class ContainersOrProcesses implements ServerChoice {

    private static final String PROPERTY = "springtide.test.infrastructure";

    @Override
    public ServerSource choose(ServerSource processes) {
        String variable = System.getenv(PROPERTY.toUpperCase(Locale.ROOT).replace('.', '_'));
        Wish wish = Wish.parse(System.getProperty(PROPERTY, variable == null ? "auto" : variable));
        boolean reaped = !Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
        Engine engine = Engine.of(System.getenv("DOCKER_HOST"));
        Choice choice = Choice.make(wish, engine, Images.needed(reaped));
        System.out.println(choice);
        return choice.containers() ? new Containers() : processes;
    }
}
