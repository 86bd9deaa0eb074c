package dev.springtide.localstack.launcher.platform;

import java.util.Map;
import java.util.TreeMap;

/**
 * A service's configuration as environment variables: what differs from one installation to the
 * next.
 */
final class ServiceEnvironment {

    private static final String LOOPBACK = "127.0.0.1";

    private final PlatformOptions options;
    private final Secrets secrets;
    private final Map<String, String> variables = new TreeMap<>();

    private ServiceEnvironment(PlatformOptions options, Secrets secrets) {
        this.options = options;
        this.secrets = secrets;
    }

    static Map<String, String> of(Instance service, PlatformOptions options, Secrets secrets) {
        ServiceEnvironment environment = new ServiceEnvironment(options, secrets);
        environment.common(service);
        switch (service.part()) {
            case ORDER -> environment.database("orders").paymentToken();
            case INVENTORY -> environment.database("inventory").redis();
            case PAYMENT -> environment.database("payments").paymentToken().provider();
            case GATEWAY -> environment.gateway(service).quota();
            case POSTGRES, KAFKA, REDIS, SIMULATOR ->
                    throw new IllegalArgumentException(service + " is no service");
        }
        return environment.variables;
    }

    static String http(int port) {
        return "http://" + LOOPBACK + ":" + port;
    }

    private void common(Instance service) {
        set("SERVER_ADDRESS", LOOPBACK);
        set("SERVER_PORT", Integer.toString(options.port(service)));
        set(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI",
                http(options.ports().simulator()) + "/issuer");
        if (!options.isBalanced(service.part())) {
            // Nobody else could take over meanwhile.
            set("SPRINGTIDE_SHUTDOWN_DRAIN", "0s");
        }
        set("SPRING_KAFKA_BOOTSTRAP_SERVERS", LOOPBACK + ":" + options.ports().kafka());
    }

    private ServiceEnvironment database(String name) {
        set(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://" + LOOPBACK + ":" + options.ports().postgres() + "/" + name);
        set("SPRING_DATASOURCE_USERNAME", name);
        set("SPRING_DATASOURCE_PASSWORD", secrets.databasePassword(name));
        return this;
    }

    private ServiceEnvironment paymentToken() {
        set("SPRINGTIDE_PAYMENTTOKEN_KEY", secrets.paymentTokenKey());
        return this;
    }

    private ServiceEnvironment redis() {
        set("SPRING_DATA_REDIS_HOST", LOOPBACK);
        set("SPRING_DATA_REDIS_PORT", Integer.toString(options.ports().redis()));
        return this;
    }

    private void provider() {
        set("SPRINGTIDE_PROVIDER_BASEURL", http(options.ports().simulator()) + "/provider");
        set("SPRINGTIDE_PROVIDER_APIKEY", secrets.providerApiKey());
        set("SPRINGTIDE_PROVIDER_WEBHOOKSECRETS_0", secrets.webhookSecret());
    }

    private ServiceEnvironment gateway(Instance service) {
        set("MANAGEMENT_SERVER_ADDRESS", LOOPBACK);
        set("MANAGEMENT_SERVER_PORT", Integer.toString(options.readiness(service).getPort()));
        set("SPRINGTIDE_GATEWAY_SERVICES_ORDER", http(options.ports().order()));
        set("SPRINGTIDE_GATEWAY_SERVICES_INVENTORY", http(options.ports().inventory()));
        set("SPRINGTIDE_GATEWAY_SERVICES_PAYMENT", http(options.ports().payment()));
        return this;
    }

    /** Wide: who tries the platform, or measures it, does so as one client. */
    private void quota() {
        set(
                "SPRINGTIDE_GATEWAY_QUOTA_REDIS",
                "redis://" + LOOPBACK + ":" + options.ports().redis());
        set("SPRINGTIDE_GATEWAY_QUOTA_RATE", "2000");
        set("SPRINGTIDE_GATEWAY_QUOTA_BURST", "4000");
    }

    private void set(String name, String value) {
        variables.put(name, value);
    }
}
