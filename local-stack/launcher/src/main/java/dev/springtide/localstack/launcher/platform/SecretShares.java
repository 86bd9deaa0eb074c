package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

/**
 * Each part's own secrets as a folder of files, one value a file. A service's are named like the
 * properties they set.
 *
 * <p>The files may be read by everybody: who sees the folder is what protects them.
 */
public final class SecretShares {

    private final Secrets secrets;

    public SecretShares(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Writes the folder of every part below this one; files that are there are replaced. */
    public void writeTo(Path folder) {
        shares().forEach((part, files) ->
                files.forEach((name, value) -> write(folder.resolve(part).resolve(name), value)));
    }

    /** The files of each part by name. */
    Map<String, Map<String, String>> shares() {
        Map<String, String> postgres = new TreeMap<>();
        postgres.put("superuser", secrets.superuserPassword());
        Servers.DATABASES.forEach(name -> postgres.put(name, secrets.databasePassword(name)));
        Map<String, String> order = database("orders");
        order.put("springtide.payment-token.key", secrets.paymentTokenKey());
        Map<String, String> payment = database("payments");
        payment.put("springtide.payment-token.key", secrets.paymentTokenKey());
        payment.put("springtide.provider.api-key", secrets.providerApiKey());
        payment.put("springtide.provider.webhook-secrets", secrets.webhookSecret());
        return Map.of(
                "postgres",
                postgres,
                Part.ORDER.file(),
                order,
                Part.INVENTORY.file(),
                database("inventory"),
                Part.PAYMENT.file(),
                payment,
                "simulator",
                Map.of(
                        "api-key",
                        secrets.providerApiKey(),
                        "webhook-secret",
                        secrets.webhookSecret()));
    }

    private Map<String, String> database(String name) {
        Map<String, String> files = new TreeMap<>();
        files.put("spring.datasource.password", secrets.databasePassword(name));
        return files;
    }

    private static void write(Path file, String value) {
        Folders.createFor(file);
        Path aside = file.resolveSibling("." + file.getFileName());
        try {
            Files.writeString(aside, value);
            Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("r--r--r--"));
            Files.move(
                    aside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
