package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The data of servers, each moved for a while to a small disk of its own. */
final class SmallDisks implements AutoCloseable {

    private final World world;
    private final long spare;
    private final Map<Part, SmallDisk> disks = new ConcurrentHashMap<>();

    /**
     * @param spare megabytes that are left on each beside what it holds at first
     */
    SmallDisks(World world, long spare) {
        this.world = world;
        this.spare = spare;
    }

    /** These stop, all at once, move and start again. */
    void take(List<Part> parts) {
        World.atOnce(
                parts,
                part -> {
                    world.platform().server(part).stop();
                    disks.put(part, SmallDisk.under(folder(part), spare));
                    world.platform().start(part);
                });
    }

    SmallDisk of(Part part) {
        return Objects.requireNonNull(disks.get(part));
    }

    /** These stop, all at once, move back to where they were and start again. */
    void giveBack(List<Part> parts) {
        World.atOnce(
                parts,
                part -> {
                    world.platform().server(part).stop();
                    Objects.requireNonNull(disks.remove(part)).close();
                    world.platform().start(part);
                });
    }

    private Path folder(Part part) {
        Path data = world.platform().options().data();
        return part == Part.KAFKA
                ? data.resolve("kafka").resolve("data")
                : data.resolve("postgres");
    }

    /** Leaves nothing mounted, also after a failure. */
    @Override
    public void close() {
        disks.values().forEach(SmallDisk::close);
    }
}
