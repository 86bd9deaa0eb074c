package dev.springtide.localstack.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.embedded.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTests {

    @TempDir Path root;

    @Test
    void findsTheExecutableJarAmongOthers() throws IOException {
        Path target = Folders.create(root.resolve("order-service/target"));
        for (String name :
                new String[] {
                    "order-service-0.1.0-SNAPSHOT.jar.original",
                    "order-service-0.1.0-SNAPSHOT-sources.jar",
                    "order-service-0.1.0-SNAPSHOT-tests.jar",
                    "order-service-0.1.0-SNAPSHOT.jar"
                }) {
            Files.createFile(target.resolve(name));
        }

        assertThat(Layout.builtJar(Part.ORDER, root))
                .isEqualTo(target.resolve("order-service-0.1.0-SNAPSHOT.jar"));
    }

    @Test
    void saysWhichServiceIsNotBuilt() {
        assertThatThrownBy(() -> Layout.builtJar(Part.PAYMENT, root))
                .hasMessageContaining("payment-service is not built");
    }

    @Test
    void usesACacheOnlyWhenThereIsOne() throws IOException {
        Layout layout = new Layout(root, "a.jar");
        assertThat(layout.command()).noneMatch(flag -> flag.contains("AOTCache"));

        layout.adopt(Files.createFile(root.resolve("training.aot")));

        assertThat(layout.command()).contains("-XX:AOTCache=app.aot");
    }
}
