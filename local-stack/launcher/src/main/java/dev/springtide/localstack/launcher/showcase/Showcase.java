package dev.springtide.localstack.launcher.showcase;

import dev.springtide.localstack.launcher.api.Answer;
import dev.springtide.localstack.launcher.api.ApiClient;
import dev.springtide.localstack.launcher.platform.TokenRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Fills the shop and lets a handful of customers order. */
public final class Showcase {

    private final URI gateway;
    private final URI issuer;
    private final Consumer<String> out;
    private final Seeding seeding;

    /**
     * @param gateway where customers call
     * @param issuer a development issuer, which gives any token for the asking
     */
    public Showcase(URI gateway, URI issuer, Consumer<String> out) {
        this.gateway = gateway;
        this.issuer = issuer;
        this.out = out;
        this.seeding = new Seeding(client("operator", "operator"));
    }

    /**
     * The first order is placed as soon as its products are in the shop; the rest of the catalogue
     * follows while the others are placed.
     *
     * @param firstEnd called when the first order has ended as it should
     * @return how many orders did not
     */
    public int play(Runnable firstEnd) {
        List<Sample> samples = Sample.all();
        Set<String> wanted =
                samples.stream()
                        .flatMap(sample -> sample.lines().keySet().stream())
                        .collect(Collectors.toSet());
        List<Product> catalogue = Catalogue.products();
        seeding.seed(catalogue.stream().filter(one -> wanted.contains(one.sku())).toList());

        SampleOrder first = order(samples.getFirst());
        Answer end = first.play();
        if (!isSurprise(first, end)) {
            firstEnd.run();
        }
        CompletableFuture<Void> rest =
                CompletableFuture.runAsync(() ->
                        seeding.seed(
                                catalogue.stream()
                                        .filter(one -> !wanted.contains(one.sku()))
                                        .toList()));
        new OrderLife(out).print(first, end);
        List<SampleOrder> others = samples.stream().skip(1).map(this::order).toList();
        int surprises = isSurprise(first, end) ? 1 : 0;
        for (SampleOrder other : others) {
            surprises += playAndPrint(other) ? 1 : 0;
        }
        rest.join();
        out.accept(
                "%d products in %d categories are in the shop"
                        .formatted(
                                catalogue.size(),
                                catalogue.stream().map(Product::category).distinct().count()));
        return surprises;
    }

    private boolean playAndPrint(SampleOrder order) {
        Answer end = order.play();
        new OrderLife(out).print(order, end);
        return isSurprise(order, end);
    }

    private static boolean isSurprise(SampleOrder order, Answer end) {
        return !end.text("status").equals(order.sample().end());
    }

    private SampleOrder order(Sample sample) {
        return new SampleOrder(sample, client(sample.customer(), "customer"));
    }

    private ApiClient client(String subject, String role) {
        return new ApiClient(gateway, new TokenRequest(subject, role).send(issuer));
    }
}
