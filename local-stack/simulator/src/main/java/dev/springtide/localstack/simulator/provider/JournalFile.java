package dev.springtide.localstack.simulator.provider;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lines in a file, locked against a second process. A last line without its end was never
 * acknowledged (the process died while writing it) and is cut off.
 */
final class JournalFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    JournalFile(Path path) throws IOException {
        this.path = path;
        channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (!lock()) {
            channel.close();
            throw new IOException("journal " + path + " is in use by another simulator");
        }
    }

    void reload(Consumer<byte[]> line) throws IOException {
        long whole = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            ByteArrayOutputStream current = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    current.write(next);
                    continue;
                }
                line.accept(current.toByteArray());
                whole += current.size() + 1;
                current.reset();
            }
        }
        channel.truncate(whole);
        channel.position(whole);
    }

    /** Returns when the lines are on the disk. */
    void append(List<byte[]> lines) throws IOException {
        ByteBuffer buffer =
                ByteBuffer.allocate(lines.stream().mapToInt(line -> line.length + 1).sum());
        lines.forEach(line -> buffer.put(line).put((byte) '\n'));
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private boolean lock() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ownProcess) {
            return false;
        }
    }
}
