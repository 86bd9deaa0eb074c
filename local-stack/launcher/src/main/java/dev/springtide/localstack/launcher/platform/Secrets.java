package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.Folders;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * What a data folder is locked with: made once per folder, in a file only its owner may read.
 *
 * <p>They belong to the data: without the payment-token key the stored tokens cannot be read.
 */
public final class Secrets {

    private static final String FILE = "secrets.properties";
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    public static Secrets of(Path data) {
        Path file = data.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Folders.create(data);
                StringWriter text = new StringWriter();
                generate().store(text, "Belongs to the data in this folder");
                Folders.writeSecret(file, text.toString());
            }
            Properties values = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
            return new Secrets(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** AES-256, base64. */
    public String paymentTokenKey() {
        return value("payment-token.key");
    }

    public String providerApiKey() {
        return value("provider.api-key");
    }

    public String webhookSecret() {
        return value("provider.webhook-secret");
    }

    public String superuserPassword() {
        return value("postgres.password");
    }

    /** The password of the role that owns this database. */
    public String databasePassword(String database) {
        return value("postgres." + database + ".password");
    }

    private String value(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(FILE + " lacks " + name);
        }
        return value;
    }

    private static Properties generate() {
        Properties fresh = new Properties();
        fresh.setProperty(
                "payment-token.key", Base64.getEncoder().encodeToString(random(KEY_BYTES)));
        for (String name :
                new String[] {
                    "provider.api-key",
                    "provider.webhook-secret",
                    "postgres.password",
                    "postgres.orders.password",
                    "postgres.inventory.password",
                    "postgres.payments.password"
                }) {
            fresh.setProperty(
                    name,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(random(PASSWORD_BYTES)));
        }
        return fresh;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
