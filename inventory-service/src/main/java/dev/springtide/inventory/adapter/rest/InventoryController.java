package dev.springtide.inventory.adapter.rest;

import dev.springtide.inventory.application.AdjustStock;
import dev.springtide.inventory.application.AdjustStockHandler;
import dev.springtide.inventory.application.StockAdjusted;
import dev.springtide.inventory.application.Stocks;
import dev.springtide.inventory.application.UnknownSkuException;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.problem.ProblemException;
import dev.springtide.web.Caller;
import dev.springtide.web.IdempotencyKey;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operators read and adjust the stock; every number comes from the database, none from a cache. */
@RestController
@RequestMapping(path = "/api/v1/inventory/{sku}", produces = MediaType.APPLICATION_JSON_VALUE)
class InventoryController {

    private final Stocks stocks;
    private final AdjustStockHandler adjust;

    InventoryController(Stocks stocks, AdjustStockHandler adjust) {
        this.stocks = stocks;
        this.adjust = adjust;
    }

    @GetMapping
    ResponseEntity<StockResponse> stock(@PathVariable String sku) {
        Sku known = PathSku.parse(sku);
        return stocks.find(known)
                .map(stock -> answer(ResponseEntity.ok(), StockResponse.of(stock)))
                .orElseThrow(() -> new UnknownSkuException(sku));
    }

    @PostMapping(path = "/adjustments", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StockResponse> adjust(
            @PathVariable String sku,
            Caller caller,
            IdempotencyKey key,
            @Valid @RequestBody AdjustmentRequest request) {
        if (request.delta() == 0) {
            throw ProblemException.invalid("delta", "must not be 0");
        }
        StockAdjusted adjusted =
                adjust.handle(
                        new AdjustStock(
                                caller.subject(),
                                key.value(),
                                PathSku.parse(sku),
                                request.delta(),
                                request.reason()));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (adjusted.replayed()) {
            answer = answer.header(IdempotencyKey.REPLAYED_HEADER, "true");
        }
        return answer(answer, StockResponse.of(adjusted.after()));
    }

    private static ResponseEntity<StockResponse> answer(
            ResponseEntity.BodyBuilder answer, StockResponse body) {
        return answer.cacheControl(CacheControl.noStore()).body(body);
    }
}
