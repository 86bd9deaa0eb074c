package dev.springtide.order.adapter.rest;

import dev.springtide.order.application.saga.KeyedAnswer;
import dev.springtide.web.IdempotencyKey;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers of requests with an idempotency key. */
final class KeyedResponses {

    private KeyedResponses() {}

    /** 201 with the body, marked when the key had made it before. */
    static <R, B> ResponseEntity<B> created(KeyedAnswer<R> answer, Function<R, B> body) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(HttpStatus.CREATED);
        if (answer.replayed()) {
            response.header(IdempotencyKey.REPLAYED_HEADER, "true");
        }
        return response.body(body.apply(answer.resource()));
    }
}
