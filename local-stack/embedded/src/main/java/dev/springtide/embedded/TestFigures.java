package dev.springtide.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a test counted, as a JSON document under {@code target/figures} of its module: {@code
 * {"test","seed","figures":{name:number}}}. Names are plain text without quotes.
 */
public final class TestFigures {

    private final String test;
    private final long seed;
    private final Map<String, BigDecimal> values = new LinkedHashMap<>();

    private TestFigures(String test, long seed) {
        this.test = test;
        this.seed = seed;
    }

    /**
     * No figures yet.
     *
     * @param seed repeats the run; 0 where nothing is drawn by chance
     */
    public static TestFigures of(Class<?> test, long seed) {
        return new TestFigures(test.getSimpleName(), seed);
    }

    public TestFigures add(String name, long value) {
        values.put(name, BigDecimal.valueOf(value));
        return this;
    }

    public TestFigures add(String name, double value) {
        values.put(name, BigDecimal.valueOf(value));
        return this;
    }

    /** Into the folder of the module under test, over what an earlier run left. */
    public void write() {
        write(Path.of("target", "figures"));
    }

    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(test + ".json"), json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String json() {
        return values.entrySet().stream()
                .map(one -> "\"%s\":%s".formatted(one.getKey(), one.getValue().toPlainString()))
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"test\":\"%s\",\"seed\":%d,\"figures\":{".formatted(test, seed),
                                "}}\n"));
    }
}
