package dev.springtide.order.adapter.rest;

import dev.springtide.money.Money;
import dev.springtide.order.application.ledger.Fingerprint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two bodies say the same. It looks at what was parsed, so white space and the order
 * of fields make no difference, while every value and the order of lines does. Each part is
 * preceded by its length: no two different requests feed the digest the same bytes.
 */
final class RequestFingerprint {

    private static final int ABSENT = -1;

    private final MessageDigest digest = sha256();

    private RequestFingerprint() {}

    /** The fingerprint of a body that passed the checks of its shape. */
    static Fingerprint of(PlaceOrderRequest request) {
        RequestFingerprint fingerprint = new RequestFingerprint();
        List<@Nullable LineRequest> lines = request.lines();
        fingerprint.number(lines == null ? ABSENT : lines.size());
        if (lines != null) {
            for (LineRequest line : lines) {
                fingerprint.text(line == null ? null : line.sku());
                fingerprint.number(
                        line == null || line.quantity() == null ? ABSENT : line.quantity());
            }
        }
        fingerprint.text(request.currency());
        fingerprint.text(request.paymentToken());
        fingerprint.address(request.shippingAddress());
        Money expected = request.expectedTotal();
        fingerprint.text(expected == null ? null : expected.toString());
        return Fingerprint.of(fingerprint.digest.digest());
    }

    private void address(PlaceOrderRequest.@Nullable Address address) {
        number(address == null ? ABSENT : 1);
        if (address != null) {
            text(address.name());
            text(address.line1());
            text(address.line2());
            text(address.city());
            text(address.postalCode());
            text(address.country());
        }
    }

    private void text(@Nullable String text) {
        if (text == null) {
            number(ABSENT);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length);
            digest.update(bytes);
        }
    }

    private void number(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, number));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
