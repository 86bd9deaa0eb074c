package dev.springtide.order.application.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;

/**
 * What makes a request unique: a key means nothing outside its subject and operation, so nobody
 * learns anything from another subject's key. Ordered, so that every batch touches keys in the same
 * order.
 */
public record LedgerKey(String subject, String operation, String key)
        implements Comparable<LedgerKey> {

    private static final Comparator<LedgerKey> ORDER =
            Comparator.comparing(LedgerKey::subject)
                    .thenComparing(LedgerKey::operation)
                    .thenComparing(LedgerKey::key);

    /**
     * The advisory lock that stands for this key. Two keys may share one: then a request may be
     * answered as in flight although its key is not, never the other way round.
     */
    public long lockId() {
        MessageDigest digest = sha256();
        for (String part : new String[] {subject, operation, key}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    @Override
    public int compareTo(LedgerKey other) {
        return ORDER.compare(this, other);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
