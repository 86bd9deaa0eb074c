package dev.springtide.load.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection of HTTP/1.1 that is kept as long as the server keeps it. It reads just enough of an
 * answer to know its status and end: a whole client would take more CPU than the service it calls.
 */
final class KeptConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int STATUS = 9;
    private static final int STATUS_END = 12;
    private static final String LENGTH = "content-length:";
    private static final String LAST_ANSWER = "connection: close";

    private final URI server;
    private final byte[] buffer = new byte[64 * 1024];
    private Socket socket;

    KeptConnection(URI server) throws IOException {
        this.server = server;
        this.socket = open();
    }

    /** Sends a whole request; the answer is its status. */
    int ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int filled = 0;
        int body;
        do {
            filled += read(filled);
            body = body(filled);
        } while (body < 0);
        String head = new String(buffer, 0, body, StandardCharsets.US_ASCII);
        String fields = head.toLowerCase(Locale.ROOT);
        int end = body + length(fields);
        while (filled < end) {
            filled += read(filled);
        }
        if (fields.contains(LAST_ANSWER)) {
            socket.close();
            socket = open();
        }
        return Integer.parseInt(head.substring(STATUS, STATUS_END));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Socket open() throws IOException {
        Socket opened = new Socket(server.getHost(), server.getPort());
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(PATIENCE_MILLIS);
        return opened;
    }

    private int read(int filled) throws IOException {
        int read = socket.getInputStream().read(buffer, filled, buffer.length - filled);
        if (read <= 0) {
            throw new EOFException("the answer ended or is too long");
        }
        return read;
    }

    /** Where the body begins; negative as long as the head is incomplete. */
    private int body(int filled) {
        for (int at = 3; at < filled; at++) {
            if (buffer[at] == '\n' && buffer[at - 1] == '\r' && buffer[at - 2] == '\n') {
                return at + 1;
            }
        }
        return -1;
    }

    private static int length(String fields) throws IOException {
        int field = fields.indexOf(LENGTH);
        if (field < 0) {
            throw new IOException("an answer without a length");
        }
        int begin = field + LENGTH.length();
        return Integer.parseInt(fields.substring(begin, fields.indexOf('\r', begin)).strip());
    }
}
