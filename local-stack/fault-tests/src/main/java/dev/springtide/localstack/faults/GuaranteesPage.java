package dev.springtide.localstack.faults;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table of figures in {@code docs/guarantees.md}, made from the results. */
final class GuaranteesPage {

    static final String BEGIN = "<!-- figures: made by ./faults --table -->";
    static final String END = "<!-- end of figures -->";

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private final Results results;

    GuaranteesPage(Results results) {
        this.results = results;
    }

    static Path in(Path root) {
        return root.resolve("docs").resolve("guarantees.md");
    }

    /** Rewrites what stands between the markers. */
    static void update(Path root) throws IOException {
        Path page = in(root);
        String text = Files.readString(page);
        Files.writeString(
                page, new GuaranteesPage(Results.read(Results.in(root))).filledInto(text));
    }

    /**
     * The page with the present table.
     *
     * @throws IllegalArgumentException without the two markers
     */
    String filledInto(String page) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the page has lost its markers");
        }
        return page.substring(0, begin + BEGIN.length()) + "\n" + table() + page.substring(end);
    }

    private String table() {
        List<String> lines = new ArrayList<>();
        lines.add("| no. | guaranteed | verdict | command (run): figures |");
        lines.add("|---|---|---|---|");
        Guarantee.ALL.forEach(guarantee -> lines.add(row(guarantee)));
        lines.add("");
        for (int run = 0; run < results.runs().size(); run++) {
            lines.add("- " + letter(run) + ": " + about(results.runs().get(run)));
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private String row(Guarantee guarantee) {
        List<Results.Known> known =
                guarantee.shownBy().stream().flatMap(name -> results.of(name).stream()).toList();
        String verdict =
                verdict(
                        known.stream().map(Results.Known::verdict).toList(),
                        guarantee.shownBy().size());
        return "| %d | %s | %s | %s |"
                .formatted(
                        guarantee.number(),
                        guarantee.promise(),
                        verdict,
                        known.stream().map(this::shown).collect(Collectors.joining("<br>")));
    }

    /**
     * @param expected how many there are when all were run
     */
    private static String verdict(List<Verdict> verdicts, int expected) {
        if (verdicts.stream().anyMatch(verdict -> verdict.failure() != null)) {
            return "**failed**";
        }
        if (!verdicts.stream().allMatch(Verdict::passed)) {
            return "**missed**";
        }
        if (verdicts.size() < expected) {
            return "not run yet";
        }
        boolean audited = verdicts.stream().anyMatch(verdict -> verdict.audit() != null);
        return audited ? "held, audit clean" : "held";
    }

    private String shown(Results.Known known) {
        return "`./faults %s` (%s): %s"
                .formatted(known.verdict().scenario(), run(known), figures(known.verdict()));
    }

    private static String figures(Verdict verdict) {
        return verdict.figures().stream()
                .map(GuaranteesPage::figure)
                .collect(Collectors.joining("; "));
    }

    private static String figure(Figure figure) {
        String text = figure.name() + " " + number(figure.value());
        if (figure.bound().isEmpty()) {
            return text;
        }
        String sign = figure.bound().equals("at most") ? "≤ " : "≥ ";
        String all = text + " (" + sign + number(figure.limit()) + ")";
        return figure.holds() ? all : "**" + all + "**";
    }

    /** Whole numbers as they are, others with three digits. */
    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
    }

    private String run(Results.Known known) {
        boolean brief = results.runs().get(known.run()).brief() && known.verdict().audit() != null;
        return letter(known.run()) + (brief ? ", short run" : "");
    }

    private static char letter(int run) {
        return (char) ('a' + run);
    }

    private static String about(RunDocument run) {
        return "%s, commit %s, seed %d, at most %d of a service, %d cores %s, Linux %s, Java %s"
                .formatted(
                        run.began().substring(0, 10),
                        run.commit(),
                        run.seed(),
                        run.instances(),
                        run.cores(),
                        run.cpu(),
                        run.kernel(),
                        run.java());
    }
}
