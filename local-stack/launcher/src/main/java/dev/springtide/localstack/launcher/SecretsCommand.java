package dev.springtide.localstack.launcher;

import dev.springtide.localstack.launcher.platform.SecretShares;
import dev.springtide.localstack.launcher.platform.Secrets;
import java.nio.file.Path;

/** Makes the secrets of a data folder, where there are none, and deals them out as files. */
record SecretsCommand(Arguments arguments) {

    int run() {
        Secrets secrets = Secrets.of(Path.of(arguments.required("--data")));
        new SecretShares(secrets).writeTo(Path.of(arguments.required("--shares")));
        return 0;
    }
}
