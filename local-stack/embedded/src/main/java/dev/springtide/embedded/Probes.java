package dev.springtide.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Whether a server on 127.0.0.1 does its work. A failure means "not yet". */
public final class Probes {

    private static final int REDIS_TIMEOUT_MILLIS = 500;

    private Probes() {}

    /**
     * The port may be open long before the broker takes part in its cluster; this asks for the
     * latter.
     */
    @SuppressWarnings("java:S112")
    public static boolean kafka(int port) throws Exception {
        if (FreePorts.isFree(port)) {
            return false;
        }
        Map<String, Object> configuration =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000);
        try (Admin admin = Admin.create(configuration)) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        }
    }

    /** Whether it answers a PING. */
    public static boolean redis(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(REDIS_TIMEOUT_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        }
    }
}
