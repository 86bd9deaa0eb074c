package dev.springtide.localstack.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The moves of an order's life as they are published: the diagram of the page about the states,
 * which order-service's tests hold to its table.
 */
record LegalMoves(Set<Move> moves) {

    private static final String FIRST = "PENDING";
    private static final Pattern ARROW = Pattern.compile("^ +(\\w+) --> (\\w+) : (\\w+)$");

    /** From one status to another. */
    record Move(String from, String trigger, String to) {}

    LegalMoves {
        moves = Set.copyOf(moves);
        if (moves.isEmpty()) {
            throw new IllegalArgumentException("no moves in the page about the states");
        }
    }

    static LegalMoves of(Path root) throws IOException {
        return of(Files.readAllLines(root.resolve("docs").resolve("order-states.md")));
    }

    static LegalMoves of(List<String> page) {
        return new LegalMoves(
                page.stream()
                        .flatMap(line -> ARROW.matcher(line).results())
                        .map(LegalMoves::move)
                        .collect(Collectors.toSet()));
    }

    /** Where every order begins. */
    boolean isFirst(String status) {
        return status.equals(FIRST);
    }

    boolean allows(String from, String trigger, String to) {
        return moves.contains(new Move(from, trigger, to));
    }

    /**
     * Whether an order can get there within so many versions; facts raise the version and leave the
     * status.
     */
    boolean leads(String from, String to, long versions) {
        Set<String> reached = new HashSet<>(Set.of(from));
        for (long step = 0; step < Math.min(versions, moves.size()); step++) {
            Set<String> next =
                    moves.stream()
                            .filter(move -> reached.contains(move.from()))
                            .map(Move::to)
                            .collect(Collectors.toSet());
            reached.addAll(next);
        }
        return reached.contains(to);
    }

    private static Move move(MatchResult arrow) {
        return new Move(arrow.group(1), arrow.group(3), arrow.group(2));
    }
}
