package dev.springtide.localstack.launcher;

import dev.springtide.localstack.launcher.showcase.Showcase;
import dev.springtide.localstack.launcher.state.Refusal;
import java.net.URI;

/** The sample orders of the start, against a platform that runs elsewhere. */
record SamplesCommand(Arguments arguments) {

    private static final int SURPRISE = 1;

    /** Exits with 1 when an order does not end as it should. */
    int run() {
        Console console = new Console(System.out, System.currentTimeMillis());
        Showcase showcase = new Showcase(address("--gateway"), address("--issuer"), console::say);
        try {
            int surprises = showcase.play(() -> console.say("the first order is confirmed"));
            return surprises == 0 ? 0 : SURPRISE;
        } catch (IllegalStateException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private URI address(String name) {
        try {
            return URI.create(arguments.required(name));
        } catch (IllegalArgumentException e) {
            throw new Refusal(name + " takes an address: " + e.getMessage());
        }
    }
}
