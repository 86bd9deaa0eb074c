package dev.springtide.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallDiskTests {

    @TempDir Path parent;
    private Path folder;

    @BeforeEach
    void mayMount() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "mounting needs root");
        folder = Files.createDirectory(parent.resolve("data"));
        Files.writeString(folder.resolve("kept"), "before");
    }

    @Test
    void isFullWhenItIsFilledAndHasRoomAgain() throws IOException {
        try (SmallDisk disk = SmallDisk.under(folder, 2)) {
            disk.fill();
            assertThatThrownBy(() -> Files.write(folder.resolve("more"), new byte[10_000]))
                    .isInstanceOf(IOException.class);
            disk.empty();
            Files.write(folder.resolve("more"), new byte[10_000]);
        }
        assertThat(folder.resolve("kept")).hasContent("before");
        assertThat(folder.resolve("more")).hasSize(10_000);
    }

    @Test
    void isGoneAfterwards() throws IOException {
        try (SmallDisk disk = SmallDisk.under(folder, 2)) {
            assertThat(Files.getFileStore(folder).type()).isEqualTo("tmpfs");
            disk.fill();
        }
        assertThat(Files.getFileStore(folder)).isEqualTo(Files.getFileStore(parent));
        assertThat(parent.toFile().list()).containsExactly("data");
        assertThat(folder.toFile().list()).containsExactly("kept");
    }
}
