package dev.springtide.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.springtide.embedded.FreePorts;
import dev.springtide.embedded.Readiness;
import dev.springtide.embedded.Server;
import dev.springtide.embedded.ServerFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A server in a container. Stopped or killed, the container stays, with its data and its port, and
 * is started again; only {@link #close} removes it.
 */
abstract class ContainerServer implements Server {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final GenericContainer<?> container;
    private final String name;
    private final int port;
    private final Path log;

    /**
     * @param inside the port that the server listens on in its container
     */
    protected ContainerServer(String name, String image, int inside, Path folder) {
        this.name = name;
        this.port = FreePorts.next();
        this.log = folder.resolve(name + ".log");
        this.container =
                new GenericContainer<>(DockerImageName.parse(image))
                        .withImagePullPolicy(_ -> false)
                        .withExposedPorts(inside)
                        .withCreateContainerCmdModifier(command -> publish(command, inside))
                        .waitingFor(new NoWait());
    }

    /** Whether the server answers a connection. A failure means "not yet". */
    @SuppressWarnings("java:S112")
    protected abstract boolean answers() throws Exception;

    /** What is to be set before the first start. */
    protected final GenericContainer<?> container() {
        return container;
    }

    @Override
    public final void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else {
            docker().startContainerCmd(container.getContainerId()).exec();
        }
        if (!Readiness.within(PATIENCE).whilst(this::isAlive).until(this::answers)) {
            throw new ServerFailedException(name, "did not answer in its container", writtenLog());
        }
    }

    @Override
    public final void stop() {
        if (isAlive()) {
            resume();
            docker().stopContainerCmd(container.getContainerId())
                    .withTimeout((int) STOP_PATIENCE.toSeconds())
                    .exec();
        }
    }

    @Override
    public final void kill() {
        if (isAlive()) {
            docker().killContainerCmd(container.getContainerId()).exec();
            Readiness.within(STOP_PATIENCE).until(() -> !isAlive());
        }
    }

    @Override
    public final void pause() {
        docker().pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public final void resume() {
        if (Boolean.TRUE.equals(state().getPaused())) {
            docker().unpauseContainerCmd(container.getContainerId()).exec();
        }
    }

    @Override
    public final boolean isAlive() {
        return container.getContainerId() != null && Boolean.TRUE.equals(state().getRunning());
    }

    @Override
    public final int port() {
        return port;
    }

    @Override
    public final void close() {
        container.stop();
    }

    private ContainerState state() {
        return docker().inspectContainerCmd(container.getContainerId()).exec().getState();
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }

    /** One port for its whole life: a port that Docker chooses changes with every start. */
    private void publish(CreateContainerCmd command, int inside) {
        HostConfig host = Objects.requireNonNull(command.getHostConfig());
        host.withPortBindings(
                new PortBinding(
                        Ports.Binding.bindIpAndPort("127.0.0.1", port), ExposedPort.tcp(inside)));
    }

    private Path writtenLog() {
        try {
            return Files.writeString(log, container.getLogs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each server is asked itself, after every start, not only after the first. */
    private static final class NoWait extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {}
    }
}
