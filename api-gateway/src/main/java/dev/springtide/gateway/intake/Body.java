package dev.springtide.gateway.intake;

import java.io.ByteArrayOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * A request body as it arrives. Keeps no more than the limit; reads on for a while beyond it and
 * throws that away, so that a client which only reads after writing still gets its answer.
 */
final class Body {

    private static final long READ_ON = 1024 * 1024;

    private final int limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(512);
    private long seen;
    private volatile boolean late;

    Body(int limit) {
        this.limit = limit;
    }

    /** Takes in the buffer and releases it; returns whether it is enough. */
    boolean add(DataBuffer buffer) {
        int size = buffer.readableByteCount();
        seen += size;
        if (seen <= limit) {
            byte[] bytes = new byte[size];
            buffer.read(bytes);
            kept.write(bytes, 0, size);
        }
        DataBufferUtils.release(buffer);
        return seen > limit + READ_ON;
    }

    void late() {
        late = true;
    }

    boolean isLate() {
        return late;
    }

    boolean tooLarge() {
        return seen > limit;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }
}
