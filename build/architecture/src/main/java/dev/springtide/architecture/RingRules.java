package dev.springtide.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * The rings of a service: {@code domain ← application ← adapter.*}, and {@code config} sees all.
 *
 * <p>A rule fails when it meets no class at all, so a ring that was renamed cannot pass silently.
 */
public final class RingRules {
    /** Rooms of common without a framework in them: any ring may use their plain values. */
    private static final String[] PLAIN_ROOMS = {"dev.springtide.money..", "dev.springtide.id.."};

    private RingRules() {}

    /** All rules, in reading order. */
    public static List<ArchRule> all() {
        return List.of(
                domainIsPlainJava(),
                applicationKnowsNoFrameworkButTransactions(),
                innerRingsKnowNoOuterRing(),
                adaptersDoNotSeeEachOther(),
                onlyMessagingKnowsTheContracts());
    }

    /** Domain code depends on itself, the JDK, JSpecify and plain values. */
    public static ArchRule domainIsPlainJava() {
        return classes()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "..domain..",
                                        "java..",
                                        "jakarta.persistence..",
                                        "org.jspecify..")
                                .or(resideInAnyPackage(PLAIN_ROOMS)))
                .as("domain depends on itself, java, JSpecify and plain values only");
    }

    /** Use cases may carry Spring's stereotypes and transactions, nothing else of a framework. */
    public static ArchRule applicationKnowsNoFrameworkButTransactions() {
        return noClasses()
                .that()
                .resideInAPackage("..application..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "org.springframework..",
                                        "org.apache.kafka..",
                                        "tools.jackson..",
                                        "jakarta.servlet..",
                                        "java.sql..",
                                        "javax.sql..")
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "org.springframework.stereotype..",
                                                        "org.springframework.transaction.."))))
                .as("application knows no framework but stereotypes and transactions");
    }

    /** Dependencies point inwards; nobody but the application class and config reaches config. */
    public static ArchRule innerRingsKnowNoOuterRing() {
        return noClasses()
                .that(resideInAnyPackage("..domain..", "..application.."))
                .should()
                .dependOnClassesThat(ours().and(resideInAnyPackage("..adapter..", "..config..")))
                .as("domain and application know neither adapters nor config");
    }

    /** REST does not call SQL, messaging does not call REST: they meet in the application ring. */
    public static ArchRule adaptersDoNotSeeEachOther() {
        return slices().matching("..adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .as("adapters do not see each other");
    }

    /** A contract is mapped to an own command where it comes in, and made where it goes out. */
    public static ArchRule onlyMessagingKnowsTheContracts() {
        return noClasses()
                .that(not(resideInAnyPackage("..adapter.messaging..", "..config..")))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.springtide.contract.."))
                .as("only adapter.messaging knows the event contracts");
    }

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAPackage("dev.springtide..");
    }
}
