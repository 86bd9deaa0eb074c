package dev.springtide.load;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words after a command.
 *
 * @param words what is no option, in order
 */
record Arguments(List<String> words, Map<String, String> options) {
    private static final Set<String> FLAGS = Set.of("--short", "--keep", "--no-baseline");
    private static final Set<String> VALUES =
            Set.of(
                    "--url",
                    "--gateway",
                    "--issuer",
                    "--rate",
                    "--minutes",
                    "--warm-up-seconds",
                    "--buyers",
                    "--seconds",
                    "--clients",
                    "--against");
    private static final int WARM_UP = 180;
    private static final int WARM_UP_SHORT = 45;
    private static final double SHORT_MINUTES = 1;
    private static final int BUYERS = 1_000;
    private static final int GOODS = 200;
    private static final int SECONDS_PER_MINUTE = 60;

    static Arguments of(List<String> line) {
        Deque<String> rest = new ArrayDeque<>(line);
        Arguments arguments = new Arguments(new ArrayList<>(), new HashMap<>());
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (FLAGS.contains(word)) {
                arguments.options.put(word, "yes");
            } else if (VALUES.contains(word)) {
                if (rest.isEmpty()) {
                    throw new IllegalArgumentException(word + " needs a value");
                }
                arguments.options.put(word, rest.pop());
            } else if (word.startsWith("--")) {
                throw new IllegalArgumentException("no option " + word);
            } else {
                arguments.words.add(word);
            }
        }
        return arguments;
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    String text(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    /** The first word is the suite; addresses are those of the local platform unless given. */
    Settings settings(URI gateway, URI issuer) {
        Suite suite = Suite.named(words.isEmpty() ? "" : words.getFirst());
        boolean brief = has("--short");
        double minutes =
                Double.parseDouble(
                        text("--minutes", "" + (brief ? SHORT_MINUTES : suite.minutes())));
        int rate = number("--rate", suite.rate());
        if (rate < 1 || minutes <= 0) {
            throw new IllegalArgumentException("--rate and --minutes are above zero");
        }
        int warmUp = number("--warm-up-seconds", brief ? WARM_UP_SHORT : WARM_UP);
        return new Settings(
                suite,
                URI.create(text("--url", text("--gateway", gateway.toString()))),
                URI.create(text("--issuer", issuer.toString())),
                rate,
                suite.phases(rate, (int) (minutes * SECONDS_PER_MINUTE), warmUp),
                number("--buyers", BUYERS),
                GOODS,
                brief,
                Long.toString(System.currentTimeMillis(), Character.MAX_RADIX));
    }
}
