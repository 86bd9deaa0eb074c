package dev.springtide.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rooms of a shared library: small, named, and without a way back. */
public final class RoomRules {
    private RoomRules() {}

    /** All rules for the rooms directly below {@code root}. */
    public static List<ArchRule> all(String root) {
        return List.of(roomsHaveNoCycles(root), contractsArePlain(root));
    }

    /** Whoever opens a room never finds the way back into the one they came from. */
    public static ArchRule roomsHaveNoCycles(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .as("rooms have no cycles");
    }

    /** Contracts are records over the JDK and plain values, so that any reader can carry them. */
    public static ArchRule contractsArePlain(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".contract..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        root + ".contract..", root + ".money..", "java..", "org.jspecify..")
                .as("contracts depend on the JDK and money only");
    }
}
