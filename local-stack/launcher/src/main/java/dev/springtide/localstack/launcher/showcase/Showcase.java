package dev.springtide.localstack.launcher.showcase;

import dev.springtide.localstack.launcher.api.Answer;
import dev.springtide.localstack.launcher.api.ApiClient;
import dev.springtide.localstack.launcher.platform.Platform;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Fills the shop and lets a handful of customers order. */
public final class Showcase {

    private final Platform platform;
    private final Consumer<String> out;
    private final Seeding seeding;

    public Showcase(Platform platform, Consumer<String> out) {
        this.platform = platform;
        this.out = out;
        this.seeding = new Seeding(client("operator", "operator"));
    }

    /**
     * The first order is placed as soon as its products are in the shop; the rest of the catalogue
     * follows while the others are placed.
     *
     * @param firstEnd called when the first order has ended as it should
     */
    public void play(Runnable firstEnd) {
        List<Sample> samples = Sample.all();
        Set<String> wanted =
                samples.stream()
                        .flatMap(sample -> sample.lines().keySet().stream())
                        .collect(Collectors.toSet());
        List<Product> catalogue = Catalogue.products();
        seeding.seed(catalogue.stream().filter(one -> wanted.contains(one.sku())).toList());

        SampleOrder first = order(samples.getFirst());
        Answer end = first.play();
        if (end.text("status").equals(first.sample().end())) {
            firstEnd.run();
        }
        CompletableFuture<Void> rest =
                CompletableFuture.runAsync(() ->
                        seeding.seed(
                                catalogue.stream()
                                        .filter(one -> !wanted.contains(one.sku()))
                                        .toList()));
        new OrderLife(out).print(first, end);
        samples.stream().skip(1).map(this::order).forEach(this::playAndPrint);
        rest.join();
        out.accept(
                "%d products in %d categories are in the shop"
                        .formatted(
                                catalogue.size(),
                                catalogue.stream().map(Product::category).distinct().count()));
    }

    private void playAndPrint(SampleOrder order) {
        new OrderLife(out).print(order, order.play());
    }

    private SampleOrder order(Sample sample) {
        return new SampleOrder(sample, client(sample.customer(), "customer"));
    }

    private ApiClient client(String subject, String role) {
        return new ApiClient(platform.gateway(), platform.token(subject, role));
    }
}
