package dev.springtide.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule refuses the base with one thing broken in it. */
class BrokenManifestsTests {
    private static final String BASE = new Kustomization(BaseTests.BASE).render();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    readinessProbe:              | readynessProbe:             | readynessProbe
                    minReplicas: 5               | minimumReplicas: 5          | minimumReplicas
                    targetPort: http             | targetport: http            | targetport
                    readOnlyRootFilesystem: true | readOnlyFileSystem: true    | readOnlyFileSystem
                    maxSkew: 1                   | maxskew: 1                  | maxskew
                    maxUnavailable: 20%          | maxDisrupted: 20%           | maxDisrupted
                    policyTypes: [Ingress]       | policies: [Ingress]         | policies
                    prometheus.io/port: "8081"   | prometheus.io/port: 8081    | Integer
                    kind: PodDisruptionBudget    | kind: PodDisruptionLimit    | PodDisruptionLimit
                    apiVersion: autoscaling/v2   | apiVersion: autoscaling/v2beta2 | autoscaling/v2beta2
                    maxReplicas: 50              | minReplicas: 5              | duplicate key
                    """)
    void isNotRead(String sound, String broken, String complaint) {
        assertThatThrownBy(() -> Manifests.parse(replaced(sound, broken)))
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void isRefused(Rules rules, String sound, String broken, String complaint) {
        Manifests manifests = Manifests.parse(replaced(sound, broken));

        assertThat(rules.rule().breaches(manifests))
                .anySatisfy(breach -> assertThat(breach).contains(complaint));
    }

    @Test
    void secretsInManifestsAreRefused() {
        String secret =
                """
                ---
                apiVersion: v1
                kind: Secret
                metadata:
                  name: orders-database
                stringData:
                  password: hunter2
                """;

        assertThat(Rules.SECRETS.rule().breaches(Manifests.parse(BASE + secret)))
                .singleElement()
                .asString()
                .contains("orders-database");
    }

    @Test
    void aSharedServerThatIsTooSmallIsRefused() {
        String sound = "- name: order-service\n          image: springtide/order-service:0.1.0\n";
        String broken = sound + "          args: [-cmax_connections=2900]\n";

        assertThat(Rules.CONNECTIONS.rule().breaches(Manifests.parse(replaced(sound, broken))))
                .singleElement()
                .asString()
                .contains("count on 2900");
    }

    /** Of each pair, the first text stands in the base and the second takes its place. */
    static Stream<Arguments> broken() {
        return Stream.of(
                        selectors(),
                        ports(),
                        probes(),
                        scaling(),
                        disruptions(),
                        connections(),
                        pods(),
                        settings(),
                        secrets())
                .flatMap(all -> all);
    }

    private static Stream<Arguments> selectors() {
        String selector = "  selector:\n    app.kubernetes.io/name: order-service\n";
        return Stream.of(
                Arguments.of(
                        Rules.SELECTORS,
                        selector,
                        selector.replace("order-service", "orders"),
                        "Service order-service selects the pods of []"),
                Arguments.of(
                        Rules.SELECTORS,
                        "    kind: Deployment\n    name: order-service\n",
                        "    kind: Deployment\n    name: orders\n",
                        "order-service scales nothing"),
                Arguments.of(
                        Rules.SELECTORS,
                        "maxUnavailable: 20%\n  selector:\n    matchLabels:\n      app.kubernetes.io/name: api-gateway",
                        "maxUnavailable: 20%\n  selector:\n    matchLabels:\n      app.kubernetes.io/part-of: springtide",
                        "PodDisruptionBudget api-gateway selects"),
                Arguments.of(
                        Rules.SELECTORS,
                        "whenUnsatisfiable: ScheduleAnyway\n          labelSelector:\n            matchLabels:\n              app.kubernetes.io/name: api-gateway",
                        "whenUnsatisfiable: ScheduleAnyway\n          labelSelector:\n            matchLabels:\n              app.kubernetes.io/name: gateway",
                        "spreads other pods"),
                Arguments.of(
                        Rules.SELECTORS,
                        "podSelector:\n    matchLabels:\n      app.kubernetes.io/name: api-gateway",
                        "podSelector:\n    matchLabels:\n      app.kubernetes.io/name: gateway",
                        "NetworkPolicy api-gateway selects nothing"));
    }

    private static Stream<Arguments> ports() {
        return Stream.of(
                Arguments.of(
                        Rules.PORTS, "targetPort: http", "targetPort: web", "leads to no port web"),
                Arguments.of(
                        Rules.PORTS,
                        "containerPort: 8081",
                        "containerPort: 8181",
                        "order-service listens on 8081"),
                Arguments.of(
                        Rules.PORTS,
                        "containerPort: 9080",
                        "containerPort: 9081",
                        "api-gateway listens on 9080"),
                Arguments.of(
                        Rules.PORTS,
                        "prometheus.io/port: \"8082\"",
                        "prometheus.io/port: \"8081\"",
                        "has its metrics on 8082"),
                Arguments.of(Rules.PORTS, "- port: management", "- port: metrics", "opens no port"),
                Arguments.of(
                        Rules.PORTS,
                        "SERVICES_PAYMENT: http://payment-service:8083",
                        "SERVICES_PAYMENT: http://payments:8083",
                        "leads to no Service"));
    }

    private static Stream<Arguments> probes() {
        return Stream.of(
                Arguments.of(
                        Rules.PROBES,
                        "port: management\n            periodSeconds: 5",
                        "port: http\n            periodSeconds: 5",
                        "readiness probe asks on another port than 9080"),
                Arguments.of(
                        Rules.PROBES,
                        "path: /actuator/health/readiness",
                        "path: /actuator/health/ready",
                        "asks for /actuator/health/ready"),
                Arguments.of(
                        Rules.PROBES,
                        "          startupProbe:\n            httpGet:\n              path: /actuator/health/liveness\n              port: http\n",
                        "          startupProbe:\n            tcpSocket:\n              port: http\n",
                        "startup probe is missing"));
    }

    private static Stream<Arguments> scaling() {
        return Stream.of(
                Arguments.of(
                        Rules.SCALING,
                        "cpu: 500m\n",
                        "ephemeral-storage: 1Gi\n",
                        "is scaled by cpu but requests none"),
                Arguments.of(
                        Rules.SCALING, "memory: 896Mi", "memory: 640Mi", "takes 620 MiB at rest"),
                Arguments.of(Rules.SCALING, "-Xmx320m", "-XX:MaxRAMPercentage=70", "no fixed heap"),
                Arguments.of(Rules.SCALING, "memory: 1Gi", "memory: 512Mi", "a limit above it"),
                Arguments.of(
                        Rules.SCALING,
                        "  revisionHistoryLimit: 3\n",
                        "  replicas: 3\n",
                        "sets replicas"),
                Arguments.of(
                        Rules.SCALING,
                        "SPRINGTIDE_OUTBOX_PARTITIONS: '120'",
                        "SPRINGTIDE_OUTBOX_PARTITIONS: '24'",
                        "share 24 partitions"));
    }

    private static Stream<Arguments> disruptions() {
        return Stream.of(
                Arguments.of(
                        Rules.DISRUPTION,
                        "maxUnavailable: 20%",
                        "minAvailable: 5",
                        "no pod of api-gateway may be evicted"),
                Arguments.of(Rules.DISRUPTION, "maxSurge: 10%", "maxSurge: 0", "cannot be rolled"));
    }

    private static Stream<Arguments> connections() {
        return Stream.of(
                Arguments.of(
                        Rules.CONNECTIONS,
                        "maxReplicas: 100",
                        "maxReplicas: 150",
                        "order-service may open 2700 connections"),
                Arguments.of(
                        Rules.CONNECTIONS,
                        "SPRINGTIDE_READS_POOLSIZE: '4'",
                        "SPRINGTIDE_READS_POOLSIZE: '10'",
                        "order-service may open 2520 connections"),
                Arguments.of(
                        Rules.CONNECTIONS,
                        "database-connections: \"400\"",
                        "database-connections: \"300\"",
                        "inventory-service may open 372 connections"));
    }

    private static Stream<Arguments> pods() {
        return Stream.of(
                Arguments.of(
                        Rules.SECURITY, "runAsNonRoot: true", "runAsNonRoot: false", "as root"),
                Arguments.of(Rules.SECURITY, "type: RuntimeDefault", "type: Unconfined", "seccomp"),
                Arguments.of(
                        Rules.SECURITY,
                        "readOnlyRootFilesystem: true",
                        "readOnlyRootFilesystem: false",
                        "may write to its image"),
                Arguments.of(Rules.SECURITY, "drop: [\"ALL\"]", "drop: [\"KILL\"]", "capabilities"),
                Arguments.of(
                        Rules.SECURITY,
                        "allowPrivilegeEscalation: false",
                        "allowPrivilegeEscalation: true",
                        "privileges"),
                Arguments.of(Rules.SECURITY, "mountPath: /tmp", "mountPath: /var/tmp", "no /tmp"),
                Arguments.of(
                        Rules.SECURITY,
                        "automountServiceAccountToken: false\n      enable",
                        "automountServiceAccountToken: true\n      enable",
                        "token of the API server"),
                Arguments.of(
                        Rules.SHUTDOWN,
                        "terminationGracePeriodSeconds: 60",
                        "terminationGracePeriodSeconds: 30",
                        "may need 58 s to stop, not 30"),
                Arguments.of(Rules.SHUTDOWN, "seconds: 5\n", "seconds: 1\n", "before endpoints"));
    }

    private static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of(
                        Rules.SETTINGS,
                        "SPRINGTIDE_INTAKE_LANES",
                        "SPRINGTIDE_INTAKE_LINES",
                        "no setting SPRINGTIDE_INTAKE_LINES"),
                Arguments.of(
                        Rules.SETTINGS,
                        "SPRINGTIDE_CATALOGUE_CONCURRENTLOADS",
                        "SPRINGTIDE_READS_POOLSIZE",
                        "inventory-service has no setting SPRINGTIDE_READS_POOLSIZE"),
                Arguments.of(
                        Rules.SETTINGS,
                        "SPRING_DATASOURCE_HIKARI_MINIMUMIDLE",
                        "SPRING_DATASOURCE_HIKARI_MIN_IDLE",
                        "no setting SPRING_DATASOURCE_HIKARI_MIN_IDLE"),
                Arguments.of(
                        Rules.SETTINGS,
                        "- name: SPRINGTIDE_PROVIDER_APIKEY\n",
                        "- name: SPRINGTIDE_PROVIDER_NAME\n",
                        "payment-service needs SPRINGTIDE_PROVIDER_APIKEY"),
                Arguments.of(
                        Rules.SETTINGS,
                        "- configMapRef:\n                name: springtide\n",
                        "- configMapRef:\n                name: everybody\n",
                        "no ConfigMap everybody"));
    }

    private static Stream<Arguments> secrets() {
        return Stream.of(
                Arguments.of(
                        Rules.SECRETS,
                        "SPRING_DATASOURCE_USERNAME: orders",
                        "SPRING_DATASOURCE_PASSWORD: orders",
                        "holds the value of SPRING_DATASOURCE_PASSWORD"),
                Arguments.of(
                        Rules.SECRETS,
                        "key: api-key",
                        "key: apikey",
                        "| `payment-provider` | `apikey` |"),
                Arguments.of(
                        Rules.SECRETS,
                        "- name: JAVA_TOOL_OPTIONS\n",
                        "- name: SPRINGTIDE_PROVIDER_APIKEY\n",
                        "holds the value of SPRINGTIDE_PROVIDER_APIKEY"));
    }

    /** The base with every occurrence replaced; there is at least one. */
    private static String replaced(String sound, String broken) {
        assertThat(BASE).contains(sound);
        return BASE.replace(sound, broken);
    }
}
