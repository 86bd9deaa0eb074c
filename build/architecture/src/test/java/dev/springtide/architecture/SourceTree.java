package dev.springtide.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java sources below a folder, as text. */
record SourceTree(Path root) {
    private static final int MEDIAN = 50;
    private static final int NINE_OF_TEN = 120;
    private static final int LARGEST = 300;
    private static final int FEWEST_FOR_SHARES = 20;
    private static final Pattern TEST =
            Pattern.compile(
                    "^\\s*@(Test|ParameterizedTest|TestFactory|RepeatedTest)\\b",
                    Pattern.MULTILINE);

    /** What breaks the sizes: median ≤ 50 lines, 90 % ≤ 120, none above 300. Empty when sound. */
    List<String> sizeBreaches() {
        List<Path> files = main();
        List<Integer> sizes = files.stream().map(SourceTree::lines).sorted().toList();
        List<String> breaches = new ArrayList<>();
        files.stream()
                .filter(file -> lines(file) > LARGEST)
                .forEach(file ->
                        breaches.add(
                                root.relativize(file)
                                        + " has "
                                        + lines(file)
                                        + " lines, above "
                                        + LARGEST));
        if (sizes.size() >= FEWEST_FOR_SHARES) {
            checkShare(sizes, 0.5, MEDIAN, breaches);
            checkShare(sizes, 0.9, NINE_OF_TEN, breaches);
        }
        return breaches;
    }

    /** Main packages without a package-info that is null-marked. */
    List<Path> unmarkedPackages() {
        return main().stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !isNullMarked(folder.resolve("package-info.java")))
                .map(root::relativize)
                .toList();
    }

    /** Classes with tests in them that neither Surefire nor Failsafe would run. */
    List<Path> testsNobodyRuns() {
        return files("/src/test/java/").stream()
                .filter(file -> TEST.matcher(text(file)).find())
                .filter(file -> !file.toString().matches(".*(Tests|IT)\\.java"))
                .map(root::relativize)
                .toList();
    }

    List<Path> main() {
        return files("/src/main/java/");
    }

    private List<Path> files(String part) {
        Predicate<Path> source =
                file ->
                        file.toString().endsWith(".java")
                                && ("/" + root.relativize(file)).contains(part);
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(source)
                    .filter(file -> !("/" + root.relativize(file)).contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void checkShare(
            List<Integer> sorted, double share, int limit, List<String> breaches) {
        int size = sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        if (size > limit) {
            breaches.add(
                    "%.0f %% of %d main files reach %d lines, above %d"
                            .formatted(share * 100, sorted.size(), size, limit));
        }
    }

    private static boolean isNullMarked(Path packageInfo) {
        return Files.exists(packageInfo) && text(packageInfo).contains("@NullMarked");
    }

    private static int lines(Path file) {
        return (int) text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
