package dev.springtide.gateway.quota;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Connects to Redis for somebody who can do without: nothing waits, and little is kept waiting. */
final class RedisConnector implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int MOST_WAITING = 10_000;
    private static final Duration CONNECTING = Duration.ofSeconds(1);
    private static final Duration LONGEST_RECONNECT_DELAY = Duration.ofSeconds(1);

    private final URI address;
    private final Duration timeout;
    private @Nullable ClientResources resources;
    private @Nullable RedisClient client;

    /**
     * @param timeout of a command
     */
    RedisConnector(URI address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
    }

    /** Throws when Redis is not there; a connection that is lost later comes back by itself. */
    synchronized StatefulRedisConnection<String, byte[]> connect() {
        RedisClient current = client;
        if (current == null) {
            current = RedisClient.create(threads(), redis());
            current.setOptions(options());
            client = current;
        }
        return current.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdown(Duration.ZERO, timeout);
        }
        if (resources != null) {
            var _ = resources.shutdown(0, timeout.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private ClientResources threads() {
        ClientResources own =
                ClientResources.builder()
                        .ioThreadPoolSize(THREADS)
                        .computationThreadPoolSize(THREADS)
                        .reconnectDelay(
                                Delay.exponential(
                                        Duration.ofMillis(50),
                                        LONGEST_RECONNECT_DELAY,
                                        2,
                                        TimeUnit.MILLISECONDS))
                        .build();
        resources = own;
        return own;
    }

    private RedisURI redis() {
        RedisURI uri = RedisURI.create(address);
        uri.setTimeout(CONNECTING);
        return uri;
    }

    private ClientOptions options() {
        return ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_WAITING)
                .socketOptions(SocketOptions.builder().connectTimeout(CONNECTING).build())
                .timeoutOptions(TimeoutOptions.enabled(timeout))
                .build();
    }
}
