package dev.springtide.load;

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
public record Arguments(List<String> words, Map<String, String> options) {
    /**
     * Tells options from words.
     *
     * @param flags options that stand alone
     * @param values options that are followed by their value
     */
    public static Arguments of(List<String> line, Set<String> flags, Set<String> values) {
        Deque<String> rest = new ArrayDeque<>(line);
        Arguments arguments = new Arguments(new ArrayList<>(), new HashMap<>());
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (flags.contains(word)) {
                arguments.options.put(word, "yes");
            } else if (values.contains(word)) {
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

    public boolean has(String flag) {
        return options.containsKey(flag);
    }

    public String text(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    public double number(String name, double otherwise) {
        return Double.parseDouble(text(name, Double.toString(otherwise)));
    }
}
