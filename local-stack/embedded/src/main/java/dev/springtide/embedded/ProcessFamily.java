package dev.springtide.embedded;

import java.util.List;
import java.util.stream.Stream;

/**
 * A process (the head) and its descendants at one moment; PostgreSQL's children are in sessions of
 * their own.
 */
record ProcessFamily(List<ProcessIdentity> members) {

    static ProcessFamily of(ProcessHandle head) {
        return new ProcessFamily(
                Stream.concat(Stream.of(head), head.descendants())
                        .flatMap(member -> ProcessIdentity.of(member.pid()).stream())
                        .toList());
    }

    void signalHead(Signal signal) {
        signal.send(members.stream().limit(1).toList());
    }

    void signalAll(Signal signal) {
        signal.send(members);
    }

    boolean isGone() {
        return members.stream().noneMatch(ProcessIdentity::isAlive);
    }
}
