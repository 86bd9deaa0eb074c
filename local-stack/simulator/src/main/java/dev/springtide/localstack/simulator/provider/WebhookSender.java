package dev.springtide.localstack.simulator.provider;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Tells the shop about charges and refunds, off the answer's path: at least once while the shop
 * answers within a minute, in no particular order, each event under one id. Not promised: an event
 * the process dies with, or one beyond 10,000 that wait.
 */
final class WebhookSender implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WebhookSender.class.getName());
    private static final int TRIES = 8;
    private static final int WAITING = 10_000;
    private static final int CONCURRENT = 32;

    private final @Nullable WebhookTarget target;
    private final Semaphore waiting = new Semaphore(WAITING);
    private final Semaphore concurrent = new Semaphore(CONCURRENT);
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    WebhookSender(@Nullable WebhookTarget target) {
        this.target = target;
    }

    /**
     * @param doubtful whether the caller was left without an answer
     */
    void announce(String type, LedgerEntry entry, ProviderSettings settings, boolean doubtful) {
        if (target == null || !wanted(settings.webhooks(), doubtful)) {
            return;
        }
        Webhook webhook = Webhook.about(type, entry);
        submit(target, webhook, settings.reorderWebhooks());
        if (ThreadLocalRandom.current().nextDouble() < settings.duplicateWebhookRate()) {
            submit(target, webhook, settings.reorderWebhooks());
        }
    }

    @Override
    public void close() {
        deliveries.shutdownNow();
        client.shutdownNow();
    }

    private static boolean wanted(ProviderSettings.Webhooks webhooks, boolean doubtful) {
        return switch (webhooks) {
            case ALL -> true;
            case DOUBTS -> doubtful;
            case NONE -> false;
        };
    }

    private void submit(WebhookTarget target, Webhook webhook, boolean heldBack) {
        if (!waiting.tryAcquire()) {
            LOG.log(System.Logger.Level.WARNING, "too many webhooks wait; one is dropped");
            return;
        }
        deliveries.execute(() -> {
            try {
                pause(heldBack ? ThreadLocalRandom.current().nextInt(500) : 0);
                deliver(target, webhook);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            } finally {
                waiting.release();
            }
        });
    }

    private void deliver(WebhookTarget target, Webhook webhook) throws InterruptedException {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            if (accepted(target, webhook)) {
                return;
            }
            pause(250L << attempt);
        }
        LOG.log(System.Logger.Level.WARNING, "a webhook was not accepted in {0} tries", TRIES);
    }

    private boolean accepted(WebhookTarget target, Webhook webhook) throws InterruptedException {
        concurrent.acquire();
        try {
            HttpRequest request = webhook.signedFor(target);
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2;
        } catch (IOException unreachable) {
            return false;
        } finally {
            concurrent.release();
        }
    }

    private static void pause(long millis) throws InterruptedException {
        if (millis > 0) {
            Thread.sleep(Duration.ofMillis(millis));
        }
    }
}
