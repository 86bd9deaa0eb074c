package dev.springtide.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The patches of {@code mutants/} keep up with the code; {@code mutants/run} tries them. */
class MutantsTests {
    private static final Path ROOT =
            Path.of(Objects.requireNonNull(System.getProperty("springtide.root")));

    @TempDir Path folder;

    static List<Mutant> mutants() {
        return Mutant.in(ROOT);
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void everyPatchAppliesAndNamesATest(Mutant mutant) throws Exception {
        assertThat(mutant.flaws()).isEmpty();
    }

    @Test
    void refusesAPatchWithoutAHeader() throws Exception {
        assertThat(flawsOf("diff --git a/x b/x\n"))
                .anyMatch(flaw -> flaw.contains("does not start"));
    }

    @Test
    void refusesATestThatIsNotThere() throws Exception {
        String patch =
                "# guard: some\n# test: build/architecture RulesTests#isNotThere\ndiff --git a/x b/x\n";

        assertThat(flawsOf(patch)).anyMatch(flaw -> flaw.contains("is not there"));
    }

    @Test
    void refusesAScenarioThatIsNotThere() throws Exception {
        String patch =
                "# guard: some\n# test: build/architecture MutantsTests#refusesAPatchWithoutAHeader\n# scenario: no-such\ndiff --git a/x b/x\n";

        assertThat(flawsOf(patch)).anyMatch(flaw -> flaw.contains("scenario that is not there"));
    }

    @Test
    void refusesAPatchThatNoLongerApplies() throws Exception {
        String patch =
                "# guard: some\n# test: build/architecture RulesTests#refuseSleeping\ndiff --git a/pom.xml b/pom.xml\n--- a/pom.xml\n+++ b/pom.xml\n@@ -1 +1 @@\n-never there\n+now there\n";

        assertThat(flawsOf(patch)).singleElement().asString().contains("no longer applies");
    }

    private List<String> flawsOf(String patch) throws Exception {
        return new Mutant(ROOT, Files.writeString(folder.resolve("some.patch"), patch)).flaws();
    }
}
