package dev.springtide.localstack.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSharesTests {

    @TempDir Path folder;
    private Secrets secrets;

    @BeforeEach
    void share() {
        secrets = Secrets.of(folder.resolve("data"));
        new SecretShares(secrets).writeTo(folder);
    }

    @Test
    void giveEachPartItsOwnAndNothingElse() throws IOException {
        assertThat(folder.resolve("inventory-service")).isDirectoryContaining(this::isPassword);
        try (var files = Files.list(folder.resolve("inventory-service"))) {
            assertThat(files).hasSize(1);
        }
        assertThat(folder.resolve("inventory-service/spring.datasource.password"))
                .hasContent(secrets.databasePassword("inventory"));
        assertThat(folder.resolve("postgres/inventory"))
                .hasContent(secrets.databasePassword("inventory"));
        assertThat(folder.resolve("payment-service/springtide.provider.api-key"))
                .hasSameTextualContentAs(folder.resolve("simulator/api-key"));
        assertThat(folder.resolve("payment-service/springtide.payment-token.key"))
                .hasSameTextualContentAs(
                        folder.resolve("order-service/springtide.payment-token.key"));
    }

    @Test
    void areReadableByTheUserOfAnyImage() throws IOException {
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        folder.resolve("postgres/superuser"))))
                .isEqualTo("r--r--r--");
    }

    @Test
    void mayBeDealtOutAgain() {
        new SecretShares(Secrets.of(folder.resolve("data"))).writeTo(folder);

        assertThat(folder.resolve("postgres/superuser")).hasContent(secrets.superuserPassword());
    }

    private boolean isPassword(Path file) {
        return file.endsWith("spring.datasource.password");
    }
}
