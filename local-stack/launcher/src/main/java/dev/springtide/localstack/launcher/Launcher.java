package dev.springtide.localstack.launcher;

import dev.springtide.embedded.ServerFailedException;
import dev.springtide.localstack.launcher.platform.FailureReport;
import dev.springtide.localstack.launcher.state.Refusal;
import java.nio.file.Path;
import java.util.Set;

/** Entry point of {@code ./run}. */
public final class Launcher {

    private static final String HELP =
            """
            ./run [--data DIR] [--port-offset N]    build what changed, start the platform, stay until Ctrl-C
            ./run token --sub NAME --role ROLE [--issuer URL]
                                                    a token (customer or operator) on stdout, valid 8 h
            ./run samples --gateway URL --issuer URL
                                                    the sample orders, against a platform that runs elsewhere
            ./run status                            what runs, where, and since when it is ready
            ./run audit [--settled] [--acknowledged FILE] [--out FILE]
                                                    compare all databases, the topics and the provider's ledger
            ./run stop                              stop everything, also after the launcher was killed
            Without --data every start begins with an empty shop.\
            """;

    private Launcher() {}

    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("springtide.root", "")).toAbsolutePath();
        try {
            System.exit(run(root, arguments));
        } catch (Refusal e) {
            System.err.println("springtide: " + e.getMessage());
            System.exit(1);
        } catch (ServerFailedException e) {
            System.err.println("springtide: " + FailureReport.of(e));
            System.exit(1);
        }
    }

    private static int run(Path root, String[] line) {
        String command = line.length == 0 || line[0].startsWith("--") ? "start" : line[0];
        int from =
                command.equals("start") && (line.length == 0 || !line[0].equals("start")) ? 0 : 1;
        return switch (command) {
            case "start" -> new StartCommand(root, start(line, from)).run();
            case "token" -> new TokenCommand(root, token(line, from)).run();
            case "samples" -> new SamplesCommand(samples(line, from)).run();
            case "secrets" -> new SecretsCommand(secrets(line, from)).run();
            case "rehearse" -> new RehearseCommand(root, none(line, from)).run();
            case "train" -> new TrainCommand(train(line, from)).run();
            case "status" -> new StatusCommand(root, none(line, from)).run();
            case "stop" -> new StopCommand(root, none(line, from)).run();
            case "audit" -> new AuditCommand(root, audit(line, from)).run();
            case "help" -> help();
            default -> throw new Refusal("there is no command '" + command + "'; see ./run help");
        };
    }

    private static Arguments start(String[] line, int from) {
        return Arguments.parse(line, from, Set.of("--data", "--port-offset"), Set.of());
    }

    private static Arguments token(String[] line, int from) {
        return Arguments.parse(line, from, Set.of("--sub", "--role", "--issuer"), Set.of());
    }

    private static Arguments samples(String[] line, int from) {
        return Arguments.parse(line, from, Set.of("--gateway", "--issuer"), Set.of());
    }

    /** For containers: see docs/docker.md. */
    private static Arguments secrets(String[] line, int from) {
        return Arguments.parse(line, from, Set.of("--data", "--shares"), Set.of());
    }

    /** For the image build. */
    private static Arguments train(String[] line, int from) {
        return Arguments.parse(line, from, Set.of("--service", "--folder", "--logs"), Set.of());
    }

    private static Arguments audit(String[] line, int from) {
        return Arguments.parse(line, from, Set.of("--acknowledged", "--out"), Set.of("--settled"));
    }

    private static Arguments none(String[] line, int from) {
        return Arguments.parse(line, from, Set.of(), Set.of());
    }

    private static int help() {
        System.out.println(HELP);
        return 0;
    }
}
