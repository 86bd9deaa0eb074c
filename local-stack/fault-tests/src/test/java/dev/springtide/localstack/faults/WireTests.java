package dev.springtide.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that repeats what it hears. */
class WireTests {

    private static final int SOON = 300;
    private static final int LONG = 10_000;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private ServerSocket echo;
    private Wire wire;

    @BeforeEach
    void listen() throws IOException {
        echo = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
        wire = new Wire(echo.getLocalPort(), () -> sent -> sent.contains("last"));
    }

    @AfterEach
    void hangUp() throws IOException {
        wire.close();
        echo.close();
    }

    @Test
    void passesOnWhatItIsGiven() throws IOException {
        try (Socket client = connect()) {
            say(client, "one");
            assertThat(answer(client, LONG)).isEqualTo("one");
            say(client, "two");
            assertThat(answer(client, LONG)).isEqualTo("two");
        }
    }

    @Test
    void resetsItsClientsWhenItIsCut() throws IOException {
        try (Socket client = connect()) {
            say(client, "one");
            answer(client, LONG);
            wire.cut();
            assertThatThrownBy(() -> answer(client, LONG)).isInstanceOf(SocketException.class);
        }
        try (Socket another = connect()) {
            say(another, "two");
            assertThat(answer(another, LONG)).isEqualTo("two");
        }
    }

    @Test
    void refusesWhileItIsTold() throws IOException {
        wire.refuse(true);
        assertThatThrownBy(
                        () -> {
                            try (Socket client = connect()) {
                                say(client, "one");
                                answer(client, LONG);
                            }
                        })
                .isInstanceOf(SocketException.class);
        wire.refuse(false);
        try (Socket client = connect()) {
            say(client, "two");
            assertThat(answer(client, LONG)).isEqualTo("two");
        }
    }

    @Test
    void delaysBothDirections() throws IOException {
        wire.delay(Duration.ofMillis(SOON / 2));
        try (Socket client = connect()) {
            long begin = System.nanoTime();
            say(client, "one");
            assertThat(answer(client, LONG)).isEqualTo("one");
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(SOON));
        }
    }

    @Test
    void holdsEverythingWhileItIsSilent() throws IOException {
        try (Socket early = connect()) {
            say(early, "one");
            answer(early, LONG);
            wire.silence();
            say(early, "two");
            assertThatThrownBy(() -> answer(early, SOON))
                    .isInstanceOf(SocketTimeoutException.class);
            try (Socket late = connect()) {
                say(late, "three");
                assertThatThrownBy(() -> answer(late, SOON))
                        .isInstanceOf(SocketTimeoutException.class);
                wire.speak();
                assertThat(answer(late, LONG)).isEqualTo("three");
            }
            assertThat(answer(early, LONG)).isEqualTo("two");
        }
    }

    @Test
    void passesOnWhatItCutsAtAndKeepsTheAnswer() throws IOException, InterruptedException {
        wire.cutWatched(() -> true);
        try (Socket client = connect()) {
            say(client, "one");
            assertThat(answer(client, LONG)).isEqualTo("one");
            say(client, "last");
            assertThatThrownBy(() -> answer(client, LONG)).isInstanceOf(SocketException.class);
        }
        assertThat(heard.poll(LONG, TimeUnit.MILLISECONDS)).isEqualTo("one");
        assertThat(heard.poll(LONG, TimeUnit.MILLISECONDS)).isEqualTo("last");
        assertThat(wire.watchedCuts()).isEqualTo(1);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), wire.port());
    }

    private static void say(Socket client, String words) throws IOException {
        client.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String answer(Socket client, int patience) throws IOException {
        client.setSoTimeout(patience);
        byte[] answer = new byte[100];
        int length = client.getInputStream().read(answer);
        return new String(answer, 0, Math.max(length, 0), StandardCharsets.ISO_8859_1);
    }

    private void accept() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> repeat(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void repeat(Socket client) {
        byte[] words = new byte[100];
        try (client) {
            for (int n = client.getInputStream().read(words);
                    n >= 0;
                    n = client.getInputStream().read(words)) {
                heard.add(new String(words, 0, n, StandardCharsets.ISO_8859_1));
                client.getOutputStream().write(words, 0, n);
            }
        } catch (IOException _) {
            // The client has left.
        }
    }
}
