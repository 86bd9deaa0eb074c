package dev.springtide.localstack.launcher.audit;

import dev.springtide.embedded.Database;
import dev.springtide.localstack.launcher.platform.Platform;
import java.net.URI;

/** Where the things to compare are. */
public record AuditTarget(
        Database orders,
        Database inventory,
        Database payments,
        String bootstrapServers,
        URI provider,
        String providerApiKey) {

    public static AuditTarget of(Platform platform) {
        return new AuditTarget(
                platform.database("orders"),
                platform.database("inventory"),
                platform.database("payments"),
                platform.bootstrapServers(),
                platform.provider(),
                platform.providerApiKey());
    }
}
