package dev.springtide.gateway.quota;

import io.github.bucket4j.TimeMeter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Redis's clock, by which all instances refill a bucket: read when Redis is found to answer, and
 * carried on by this machine's steady clock. So no instance's clock can stop a refill or make one.
 */
final class RedisTime implements TimeMeter {

    private volatile long ahead;

    /**
     * @param answer of the command TIME: seconds and microseconds
     */
    void set(List<byte[]> answer) {
        long now =
                TimeUnit.SECONDS.toNanos(number(answer.get(0)))
                        + TimeUnit.MICROSECONDS.toNanos(number(answer.get(1)));
        ahead = now - System.nanoTime();
    }

    @Override
    public long currentTimeNanos() {
        return System.nanoTime() + ahead;
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }

    private static long number(byte[] digits) {
        return Long.parseLong(new String(digits, StandardCharsets.US_ASCII));
    }
}
