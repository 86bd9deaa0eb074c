package dev.springtide.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.containers.Choice.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoiceTests {

    private static final List<String> NEEDED = Images.needed(false);

    @TempDir Path folder;
    private Engine engine;

    @BeforeEach
    void locate() {
        engine = Engine.of("unix://" + folder.resolve("docker.sock"));
    }

    @Test
    void takesProcessesWithoutAnEngine() {
        Choice choice = Choice.make(Wish.AUTO, engine, NEEDED);

        assertThat(choice.containers()).isFalse();
        assertThat(choice)
                .hasToString(
                        "Test infrastructure: embedded processes (no Docker engine at "
                                + engine.socket()
                                + ")");
    }

    @Test
    void takesContainersWhereEveryImageIsThere() throws IOException {
        try (FakeEngine _ = new FakeEngine(engine.socket(), Set.copyOf(NEEDED))) {
            assertThat(Choice.make(Wish.AUTO, engine, NEEDED).containers()).isTrue();
            assertThat(Choice.make(Wish.EMBEDDED, engine, NEEDED).containers()).isFalse();
        }
    }

    @Test
    void takesProcessesWhereAnImageWouldHaveToBePulled() throws IOException {
        try (FakeEngine _ =
                new FakeEngine(engine.socket(), Set.of(Images.POSTGRES, Images.REDIS))) {
            Choice choice = Choice.make(Wish.AUTO, engine, NEEDED);

            assertThat(choice.containers()).isFalse();
            assertThat(choice.reason()).endsWith(": " + Images.KAFKA);
        }
    }

    @Test
    void failsWhereContainersAreAskedForInVain() {
        assertThatThrownBy(() -> Choice.make(Wish.CONTAINERS, engine, NEEDED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no Docker engine");
    }

    @Test
    void readsTheWish() {
        assertThat(Wish.parse("containers")).isEqualTo(Wish.CONTAINERS);
        assertThatThrownBy(() -> Wish.parse("docker"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("auto, containers or embedded");
    }

    @Test
    void needsTestcontainersOwnImageUnlessThatIsSwitchedOff() {
        assertThat(Images.needed(true)).hasSize(NEEDED.size() + 1);
    }

    @Test
    void runsTheImagesOfTheComposeFile() throws IOException {
        String compose =
                Files.readString(
                        Path.of(System.getProperty("springtide.root"), "docker-compose.yml"));

        assertThat(Images.servers())
                .allSatisfy(image -> assertThat(compose).contains("    image: " + image + "\n"));
    }
}
