package dev.springtide.order.adapter.rest;

import dev.springtide.contract.order.v1.OrderCreated;
import dev.springtide.embedded.CpuCost;
import dev.springtide.json.ContractJson;
import dev.springtide.json.StrictJson;
import dev.springtide.money.Money;
import dev.springtide.order.domain.FulfillmentStatus;
import dev.springtide.order.domain.OrderStatus;
import dev.springtide.order.domain.PaymentStatus;
import dev.springtide.web.Caller;
import dev.springtide.web.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What JSON costs order-service for an order of two lines. Run by {@code load-tests/json-cost}. */
public final class JsonCost {

    private static final int TIMES = 100_000;
    private static final int PASSES = 5;
    private static final UUID ID = UUID.fromString("0199aa00-0000-7000-8000-000000000001");
    private static final Money PRICE = Money.of("9.90", "EUR");
    private static final Money TOTAL = Money.of("19.80", "EUR");

    private static final byte[] BODY =
            """
            {"lines":[{"sku":"LOAD-1","quantity":1},{"sku":"LOAD-2","quantity":1}],"currency":"EUR",
             "paymentToken":"tok_visa","shippingAddress":{"name":"Ada","line1":"1 Sea Road",
             "city":"Brest","postalCode":"29200","country":"FR"}}\
            """
                    .getBytes(StandardCharsets.UTF_8);

    private JsonCost() {}

    /** Prints the last pass; those before it warm up. */
    public static void main(String[] arguments) {
        JsonMapper strict = StrictJson.mapper();
        JsonMapper contract = ContractJson.mapper();
        double read = 0;
        double answer = 0;
        double event = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            read = CpuCost.microseconds(TIMES, _ -> read(strict));
            answer = CpuCost.microseconds(TIMES, _ -> written(strict, answer()));
            event = CpuCost.microseconds(TIMES, _ -> written(contract, created()));
        }
        System.out.printf("the body of an order, read and judged: %.1f µs%n", read);
        System.out.printf("its answer, written: %.1f µs%n", answer);
        System.out.printf("its first event, written: %.1f µs%n", event);
    }

    private static void read(JsonMapper mapper) {
        PlaceOrderRequest request = mapper.readValue(BODY, PlaceOrderRequest.class);
        Caller caller = new Caller("alice", false);
        PlaceOrderReader.read(request, caller, new IdempotencyKey("key"));
    }

    private static void written(JsonMapper mapper, Object value) {
        if (mapper.writeValueAsBytes(value).length == 0) {
            throw new IllegalStateException("nothing was written");
        }
    }

    private static OrderResponse answer() {
        Instant now = Instant.ofEpochSecond(1_800_000_000);
        return new OrderResponse(
                ID,
                "alice",
                OrderStatus.PENDING,
                null,
                PaymentStatus.NONE,
                FulfillmentStatus.UNFULFILLED,
                List.of(line("LOAD-1"), line("LOAD-2")),
                TOTAL,
                new OrderResponse.Address("Ada", "1 Sea Road", null, "Brest", "29200", "FR"),
                List.of(),
                List.of(),
                now,
                now,
                now,
                1);
    }

    private static OrderResponse.Line line(String sku) {
        return new OrderResponse.Line(sku, "One of many", 1, PRICE, PRICE);
    }

    private static OrderCreated created() {
        return new OrderCreated(
                ID,
                "alice",
                List.of(new OrderCreated.Line("LOAD-1", 1), new OrderCreated.Line("LOAD-2", 1)),
                TOTAL);
    }
}
