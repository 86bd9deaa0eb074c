package dev.springtide.localstack.launcher.showcase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A shop's catalogue: every ware of {@code catalogue.txt} in every size. The same at every start.
 */
final class Catalogue {

    private static final int SMALLEST_STOCK = 40;
    private static final int STOCK_STEP = 37;
    private static final int STOCK_RANGE = 460;

    private Catalogue() {}

    static List<Product> products() {
        return lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .flatMap(line -> Row.parse(line).products().stream())
                .toList();
    }

    private static List<String> lines() {
        try (InputStream in = Catalogue.class.getResourceAsStream("catalogue.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Row(String category, String prefix, List<Entry> sizes, List<Entry> wares) {

        static Row parse(String line) {
            String[] columns = line.split(" \\| ", -1);
            return new Row(
                    columns[0].strip(),
                    columns[1].strip(),
                    Entry.parseAll(columns[2]),
                    Entry.parseAll(columns[3]));
        }

        List<Product> products() {
            List<Product> products = new ArrayList<>();
            for (int size = 0; size < sizes.size(); size++) {
                for (int ware = 0; ware < wares.size(); ware++) {
                    products.add(product(size, ware));
                }
            }
            return products;
        }

        private Product product(int size, int ware) {
            int number = size * wares.size() + ware + 1;
            BigDecimal price =
                    wares.get(ware)
                            .number()
                            .multiply(sizes.get(size).number())
                            .setScale(2, RoundingMode.HALF_UP);
            return new Product(
                    prefix + "-%03d".formatted(number),
                    wares.get(ware).name() + ", " + sizes.get(size).name(),
                    wares.get(ware).name() + " from our " + category + " range.",
                    category,
                    price.toPlainString(),
                    SMALLEST_STOCK + number * STOCK_STEP % STOCK_RANGE);
        }
    }

    private record Entry(String name, BigDecimal number) {

        static List<Entry> parseAll(String text) {
            return List.of(text.split(",", -1)).stream().map(Entry::parse).toList();
        }

        private static Entry parse(String text) {
            int equals = text.lastIndexOf('=');
            return new Entry(
                    text.substring(0, equals).strip(),
                    new BigDecimal(text.substring(equals + 1).strip()));
        }
    }
}
