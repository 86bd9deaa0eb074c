package dev.springtide.localstack.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir Path folder;

    @Test
    void areMadeOncePerDataFolder() {
        Secrets first = Secrets.of(folder);
        Secrets again = Secrets.of(folder);
        Secrets elsewhere = Secrets.of(folder.resolve("other"));

        assertThat(again.paymentTokenKey()).isEqualTo(first.paymentTokenKey());
        assertThat(again.databasePassword("orders")).isEqualTo(first.databasePassword("orders"));
        assertThat(elsewhere.paymentTokenKey()).isNotEqualTo(first.paymentTokenKey());
        assertThat(first.databasePassword("orders"))
                .isNotEqualTo(first.databasePassword("payments"));
    }

    @Test
    void areReadableByTheirOwnerOnly() throws IOException {
        Secrets.of(folder);

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void holdAKeyForAes256() {
        assertThat(Base64.getDecoder().decode(Secrets.of(folder).paymentTokenKey())).hasSize(32);
    }
}
