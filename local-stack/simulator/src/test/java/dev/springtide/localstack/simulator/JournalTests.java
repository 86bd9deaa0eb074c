package dev.springtide.localstack.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTests {

    @TempDir Path folder;

    @Test
    void forgetsNothingItAnsweredWhenKilled() throws Exception {
        Path journal = folder.resolve("journal");
        Set<String> answered = ConcurrentHashMap.newKeySet();
        Process process = spawn(journal);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            ProviderClient shop = new ProviderClient(baseUrl(process), ProviderClient.API_KEY);
            shop.settings("{\"latencyMillis\":0}");
            for (int caller = 0; caller < 8; caller++) {
                String prefix = "k" + caller + "-";
                callers.execute(() -> chargeUntilItDies(shop, prefix, answered));
            }
            await().until(() -> answered.size() >= 200);
            process.destroyForcibly().waitFor();
        }

        try (Simulator again = Simulator.start(options(journal))) {
            ProviderClient shop = ProviderClient.of(again);
            for (String key : answered) {
                assertThat(shop.status(key).text("status")).isEqualTo("captured");
            }
            int before = shop.ledger().size();
            String key = answered.iterator().next();
            assertThat(shop.charge(key, "tok_visa").text("status")).isEqualTo("captured");
            assertThat(shop.ledger()).hasSize(before);
        }
    }

    @Test
    void rebuildsVoidsAndRefunds() throws Exception {
        Path journal = folder.resolve("journal");
        String ledger;
        try (Simulator first = Simulator.start(options(journal))) {
            ProviderClient shop = ProviderClient.of(first);
            shop.charge("voided", "tok_visa");
            shop.cancel("voided");
            shop.cancel("canceled");
            shop.charge("refunded", "tok_visa");
            shop.refund("r", "refunded", "2.00");
            ledger = shop.ledger().toString();
        }

        try (Simulator again = Simulator.start(options(journal))) {
            ProviderClient shop = ProviderClient.of(again);
            assertThat(shop.ledger().toString()).isEqualTo(ledger);
            assertThat(shop.charge("canceled", "tok_visa").text("status")).isEqualTo("canceled");
            assertThat(shop.refund("r", "refunded", "2.00").text("status")).isEqualTo("succeeded");
            assertThat(shop.refund("r2", "refunded", "10.51").text("status")).isEqualTo("failed");
            assertThat(shop.charge("refunded", "tok_visa", "1.00").status()).isEqualTo(422);
        }
    }

    @Test
    void cutsOffALastLineThatWasNeverFinished() throws Exception {
        Path journal = folder.resolve("journal");
        try (Simulator first = Simulator.start(options(journal))) {
            ProviderClient.of(first).charge("k", "tok_visa");
        }
        Files.writeString(journal, "{\"n\":2,\"kind\":\"cha", StandardOpenOption.APPEND);

        try (Simulator again = Simulator.start(options(journal))) {
            ProviderClient.of(again).charge("k2", "tok_visa");
        }
        try (Simulator third = Simulator.start(options(journal))) {
            assertThat(ProviderClient.of(third).ledger()).hasSize(2);
        }
    }

    @Test
    void refusesAJournalInUse() {
        Path journal = folder.resolve("journal");
        try (Simulator first = Simulator.start(options(journal))) {
            assertThatThrownBy(() -> Simulator.start(options(journal)))
                    .hasMessageContaining("in use");
            assertThat(first.port()).isPositive();
        }
    }

    @Test
    void keepsNoToken() throws Exception {
        Path journal = folder.resolve("journal");
        try (Simulator first = Simulator.start(options(journal))) {
            ProviderClient.of(first).charge("k", "tok_secret_4711");
        }
        assertThat(Files.readString(journal)).doesNotContain("tok_secret_4711");
    }

    private static SimulatorOptions options(Path journal) {
        return SimulatorOptions.inProcess(ProviderClient.API_KEY).withJournal(journal);
    }

    private static void chargeUntilItDies(
            ProviderClient shop, String prefix, Set<String> answered) {
        try {
            for (int i = 0; i < 100_000; i++) {
                if (shop.charge(prefix + i, "tok_visa").status() == 200) {
                    answered.add(prefix + i);
                }
            }
        } catch (IOException killed) {
            // the end of this test's process
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process spawn(Path journal) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Simulator.class.getName(),
                        "--port",
                        "0",
                        "--api-key",
                        ProviderClient.API_KEY,
                        "--journal",
                        journal.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String baseUrl(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String ready = output.readLine();
        assertThat(ready).startsWith("simulator ready on http://127.0.0.1:");
        return ready.substring("simulator ready on ".length()) + "/provider";
    }
}
