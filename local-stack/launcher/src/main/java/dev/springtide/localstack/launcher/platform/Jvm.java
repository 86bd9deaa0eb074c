package dev.springtide.localstack.launcher.platform;

import java.nio.file.Path;
import java.util.List;

/** The java program of this JVM and the flags every service gets. */
final class Jvm {

    /** A variable of its environment: glibc's default, eight arenas a core, keeps unused memory. */
    static final String MALLOC = "MALLOC_ARENA_MAX=2";

    /** Milliseconds. What a burst of the JIT compilers took goes back to the system. */
    private static final String TRIM = "-XX:TrimNativeHeapInterval=10000";

    private Jvm() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** An AOT cache is used only by a JVM with the flags it was trained with. */
    static List<String> serviceFlags() {
        return List.of(
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-XX:NewRatio=1",
                "-XX:SurvivorRatio=4",
                "-XX:TargetSurvivorRatio=90",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseTransparentHugePages",
                TRIM,
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }
}
