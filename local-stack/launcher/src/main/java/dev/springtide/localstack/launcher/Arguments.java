package dev.springtide.localstack.launcher;

import dev.springtide.localstack.launcher.state.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line of {@code --name value} pairs and {@code --flag}s; anything else is refused. */
record Arguments(Map<String, String> values, Set<String> flags) {

    static Arguments parse(String[] line, int from, Set<String> names, Set<String> flagNames) {
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new HashSet<>();
        for (int i = from; i < line.length; i++) {
            String name = line[i];
            if (flagNames.contains(name)) {
                flags.add(name);
            } else if (names.contains(name) && i + 1 < line.length) {
                values.put(name, line[++i]);
            } else {
                throw new Refusal("cannot read '" + name + "'; see ./run help");
            }
        }
        return new Arguments(values, flags);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String required(String name) {
        return value(name).orElseThrow(() -> new Refusal(name + " is needed; see ./run help"));
    }

    int number(String name, int otherwise) {
        try {
            return value(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException _) {
            throw new Refusal(name + " takes a whole number");
        }
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }
}
