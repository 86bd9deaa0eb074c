package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.EmbeddedServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The platform's processes, each made when it is first asked for. */
final class Fleet {

    private final PlatformOptions options;
    private final Servers servers;
    private final Map<Instance, EmbeddedServer> made = new ConcurrentHashMap<>();

    Fleet(PlatformOptions options, Secrets secrets) {
        this.options = options;
        this.servers = new Servers(options, secrets);
    }

    void set(Part service, String variable, String value) {
        servers.set(service, variable, value);
    }

    EmbeddedServer server(Instance instance) {
        return made.computeIfAbsent(instance, this::make);
    }

    /** Those of these parts that were ever asked for. */
    List<EmbeddedServer> made(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> options.instances(part).stream())
                .filter(made::containsKey)
                .map(made::get)
                .toList();
    }

    private EmbeddedServer make(Instance instance) {
        return switch (instance.part()) {
            case POSTGRES -> servers.postgres();
            case KAFKA -> servers.kafka();
            case REDIS -> servers.redis();
            case SIMULATOR -> servers.simulator();
            case ORDER, INVENTORY, PAYMENT, GATEWAY -> servers.service(instance);
        };
    }
}
