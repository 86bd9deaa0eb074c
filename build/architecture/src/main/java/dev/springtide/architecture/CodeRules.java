package dev.springtide.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import java.util.List;

/** Rules about single constructs; they look at every class they are given, tests included. */
public final class CodeRules {
    private static final String VALUE = "org.springframework.beans.factory.annotation.Value";
    private static final String AUTOWIRED =
            "org.springframework.beans.factory.annotation.Autowired";

    private CodeRules() {}

    /** All rules that hold in main code. */
    public static List<ArchRule> inMainCode() {
        return List.of(noValueAnnotation(), noFieldInjection());
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
