package dev.springtide.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Rules about single constructs; they look at every class they are given, tests included. */
public final class CodeRules {
    private static final String VALUE = "org.springframework.beans.factory.annotation.Value";
    private static final String AUTOWIRED =
            "org.springframework.beans.factory.annotation.Autowired";

    private CodeRules() {}

    /** All rules that hold in main code. */
    public static List<ArchRule> inMainCode() {
        return List.of(noValueAnnotation(), noFieldInjection(), timeComesFromTheClock());
    }

    /** All rules that hold in tests. */
    public static List<ArchRule> inTests() {
        return List.of(noSleep());
    }

    /** Settings come through one {@code @ConfigurationProperties} record per concern. */
    public static ArchRule noValueAnnotation() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(VALUE)
                .as("no @Value");
    }

    /** What a class needs stands in its constructor. */
    public static ArchRule noFieldInjection() {
        return noFields().should().beAnnotatedWith(AUTOWIRED).as("no field injection");
    }

    /**
     * The time of day is asked of the injected clock. What it is made in stands apart, and nobody
     * else calls {@code Instant.now()} and its like; {@code System.nanoTime} is no time of day.
     */
    public static ArchRule timeComesFromTheClock() {
        return noClasses()
                .that(not(resideInAPackage("dev.springtide.time..")))
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("asks the machine", CodeRules::asksTheMachine))
                .as("time comes from the clock");
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        if (owner.isEquivalentTo(System.class)) {
            return name.equals("currentTimeMillis");
        }
        if (owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class)) {
            return name.startsWith("system") || name.startsWith("tick");
        }
        if (!(access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target)) {
            return false;
        }
        List<JavaClass> parameters = target.getRawParameterTypes();
        return owner.getPackageName().equals("java.time")
                && name.equals("now")
                && parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    /** A test waits for a condition, never for a while. */
    public static ArchRule noSleep() {
        return noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .as("no Thread.sleep");
    }
}
