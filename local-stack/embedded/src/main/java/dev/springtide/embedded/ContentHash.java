package dev.springtide.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a folder after what was unpacked into it. */
public final class ContentHash {

    private static final int LENGTH = 16;

    private ContentHash() {}

    /** The first 16 hexadecimal digits of the SHA-256 of all that is left in the stream. */
    public static String of(InputStream in) throws IOException {
        DigestInputStream digest = new DigestInputStream(in, sha256());
        digest.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.getMessageDigest().digest()).substring(0, LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
