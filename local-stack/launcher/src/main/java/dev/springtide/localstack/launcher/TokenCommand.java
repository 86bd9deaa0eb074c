package dev.springtide.localstack.launcher;

import dev.springtide.localstack.launcher.platform.TokenRequest;
import dev.springtide.localstack.launcher.state.Refusal;
import dev.springtide.localstack.launcher.state.RunState;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/** Writes a token, and nothing else, to stdout. */
record TokenCommand(Path root, Arguments arguments) {

    private static final Set<String> ROLES = Set.of("customer", "operator");

    int run() {
        String role = arguments.value("--role").orElse("customer");
        if (!ROLES.contains(role)) {
            throw new Refusal("--role is customer or operator");
        }
        TokenRequest request = new TokenRequest(arguments.required("--sub"), role);
        try {
            System.out.println(
                    request.send(URI.create(arguments.value("--issuer").orElseGet(this::issuer))));
        } catch (UncheckedIOException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private String issuer() {
        return "http://127.0.0.1:"
                + RunState.required(root).options().ports().simulator()
                + "/issuer";
    }
}
