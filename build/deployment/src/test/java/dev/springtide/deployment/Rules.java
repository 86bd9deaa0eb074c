package dev.springtide.deployment;

/** All rules, by the names under which tests report them. */
enum Rules {
    SELECTORS,
    PORTS,
    PROBES,
    SCALING,
    DISRUPTION,
    SECURITY,
    SHUTDOWN,
    SETTINGS,
    CONNECTIONS,
    SECRETS;

    Rule rule() {
        return switch (this) {
            case SELECTORS -> new SelectorRule();
            case PORTS -> new PortRule();
            case PROBES -> new ProbeRule();
            case SCALING -> new ScalingRule();
            case DISRUPTION -> new DisruptionRule();
            case SECURITY -> new SecurityRule();
            case SHUTDOWN -> new ShutdownRule();
            case SETTINGS -> new SettingsRule();
            case CONNECTIONS -> new ConnectionRule();
            case SECRETS -> new SecretRule();
        };
    }
}
