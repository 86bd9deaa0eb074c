package dev.springtide.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuaranteesPageTests {

    private static final Path ROOT =
            Path.of(Objects.requireNonNull(System.getProperty("springtide.root")));
    private static final String EMPTY =
            "before\n" + GuaranteesPage.BEGIN + "\nold\n" + GuaranteesPage.END + "\nafter\n";

    @Test
    void saysWhatTheCommittedResultsSay() throws Exception {
        String page = Files.readString(GuaranteesPage.in(ROOT));

        assertThat(new GuaranteesPage(Results.read(Results.in(ROOT))).filledInto(page))
                .as("./faults --table makes the table anew")
                .isEqualTo(page);
    }

    @Test
    void everyScenarioBelongsToAGuarantee() {
        List<String> shown = Guarantee.ALL.stream().flatMap(one -> one.shownBy().stream()).toList();

        assertThat(shown).doesNotHaveDuplicates().containsAll(names());
        assertThat(Guarantee.ALL.stream().map(Guarantee::number))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsFiguresAndWhetherTheyHeld() {
        String page = filled(verdict(null, Figure.atMost("lost", 3, 0), Figure.told("ms", 1.2345)));

        assertThat(page)
                .contains("| **missed** | `./faults deadlock` (a): **lost 3 (≤ 0)**; ms 1.23 |");
        assertThat(page).startsWith("before\n").endsWith("\nafter\n").doesNotContain("\nold\n");
    }

    @Test
    void tellsARunThatCouldNotBeFinished() {
        assertThat(filled(verdict("no stream"))).contains("| **failed** |");
    }

    @Test
    void laterVerdictsTakeThePlaceOfEarlierOnes() {
        Results results =
                new Results(List.of())
                        .with(run(verdict("broken")))
                        .with(run(verdict(null, Figure.atLeast("keys", 2_000, 2_000))));

        assertThat(results.runs()).hasSize(1);
        assertThat(new GuaranteesPage(results).filledInto(EMPTY))
                .contains("| held | `./faults deadlock` (a): keys 2,000 (≥ 2,000) |");
    }

    @Test
    void refusesAPageWithoutMarkers() {
        GuaranteesPage table = new GuaranteesPage(new Results(List.of()));

        assertThatThrownBy(() -> table.filledInto("nothing"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String filled(Verdict verdict) {
        return new GuaranteesPage(new Results(List.of(run(verdict)))).filledInto(EMPTY);
    }

    private static List<String> names() {
        return Stream.concat(
                        Faults.ALL.stream().map(Scenario::name),
                        TestRun.ALL.stream().map(TestRun::name))
                .toList();
    }

    private static Verdict verdict(@Nullable String failure, Figure... figures) {
        return new Verdict("deadlock", "about", 1, 0, "none", List.of(figures), null, failure);
    }

    private static RunDocument run(Verdict verdict) {
        return new RunDocument(
                "abc",
                "2026-11-21T00:00:00Z",
                7,
                true,
                1,
                50,
                0,
                0,
                2,
                "cpu",
                "6",
                "25",
                List.of(verdict));
    }
}
