package dev.springtide.order.application.ledger;

import java.util.HexFormat;

/** The SHA-256 of a canonical request, in hexadecimal. */
public record Fingerprint(String hex) {

    public static Fingerprint of(byte[] digest) {
        return new Fingerprint(HexFormat.of().formatHex(digest));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
