package dev.springtide.inventory.config;

import dev.springtide.inventory.adapter.cache.CatalogueCaches;
import dev.springtide.inventory.adapter.cache.LoadBound;
import dev.springtide.inventory.application.CatalogueFreshness;
import dev.springtide.redis.RedisGate;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.resource.Delay;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.support.SimpleCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;

/** Wires the catalogue cache and makes its Redis client give up early. */
@Configuration(proxyBeanMethods = false)
@EnableCaching
class CatalogueConfiguration {

    private static final Duration LONGEST_RECONNECT_DELAY = Duration.ofSeconds(1);

    @Bean
    CatalogueFreshness catalogueFreshness(CatalogueProperties properties) {
        return properties.freshness();
    }

    /** Without a connection a command fails at once instead of queueing until its time-out. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failWithoutConnection() {
        return options ->
                options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Bean
    ClientResourcesBuilderCustomizer reconnectSoon() {
        Delay delay =
                Delay.fullJitter(
                        Duration.ofMillis(50),
                        LONGEST_RECONNECT_DELAY,
                        100,
                        java.util.concurrent.TimeUnit.MILLISECONDS);
        return resources -> resources.reconnectDelay(delay);
    }

    @Bean
    RedisTemplate<String, byte[]> catalogueRedis(RedisConnectionFactory connections) {
        RedisTemplate<String, byte[]> template = new RedisTemplate<>();
        template.setConnectionFactory(connections);
        template.setKeySerializer(RedisSerializer.string());
        template.setValueSerializer(RedisSerializer.byteArray());
        return template;
    }

    @Bean
    RedisGate redisGate(
            RedisTemplate<String, byte[]> catalogueRedis,
            CatalogueProperties properties,
            MeterRegistry registry) {
        RedisCallback<String> ping = RedisConnection::ping;
        return new RedisGate(
                "catalogue",
                () -> catalogueRedis.execute(ping),
                properties.probeInterval(),
                registry);
    }

    @Bean
    CacheManager cacheManager(
            RedisTemplate<String, byte[]> catalogueRedis,
            RedisGate gate,
            CatalogueProperties properties,
            CatalogueFreshness freshness,
            MeterRegistry registry) {
        LoadBound bound = new LoadBound(properties.concurrentLoads(), properties.patience());
        SimpleCacheManager caches = new SimpleCacheManager();
        caches.setCaches(
                new CatalogueCaches(catalogueRedis, gate, bound, registry)
                        .build(
                                freshness,
                                properties.localSize().toBytes(),
                                properties.lastResort()));
        return caches;
    }
}
