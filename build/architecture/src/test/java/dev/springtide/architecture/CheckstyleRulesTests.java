package dev.springtide.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule of {@code build/checkstyle.xml} fires on code that breaks it, and on nothing else. */
class CheckstyleRulesTests {
    private static final String RULES =
            System.getProperty("springtide.root") + "/build/checkstyle.xml";

    @TempDir Path folder;

    @BeforeEach
    void describeThePackage() throws IOException {
        write("src/main/java/some/package-info.java", "/** Some. */\npackage some;\n");
    }

    @Test
    void letSoundCodePass() {
        assertThat(found("main", "class Order {}\n")).isEmpty();
        assertThat(found("test", "class OrderTests {}\n")).isEmpty();
    }

    @Test
    void refuseALongFile() {
        assertThat(found("main", "class Order {\n" + "\n".repeat(300) + "}\n"))
                .containsExactly("FileLengthCheck");
    }

    @Test
    void refuseALongMethod() {
        String body = "int a = 0;\n".repeat(1) + "a++;\n".repeat(40);

        assertThat(found("main", "class Order {\nvoid place() {\n" + body + "}\n}\n"))
                .containsExactly("MethodLengthCheck");
    }

    @Test
    void refuseAPackageWithoutDescription() {
        assertThat(audit(write("src/main/java/bare/Order.java", "package bare;\nclass Order {}\n")))
                .containsExactly("JavadocPackageCheck");
    }

    @Test
    void refuseAStarImport() {
        assertThat(found("main", "import java.util.*;\nclass Order { List<String> lines; }\n"))
                .containsExactly("starImport");
    }

    @Test
    void refuseAnUnusedImport() {
        assertThat(found("main", "import java.util.List;\nclass Order {}\n"))
                .containsExactly("UnusedImportsCheck");
    }

    @Test
    void refuseSleepingInTestsOnly() {
        String sleeping = "class Nap { void nap() throws Exception { Thread.sleep(1); } }\n";

        assertThat(found("test", sleeping)).containsExactly("sleepInTest");
        assertThat(found("main", sleeping)).isEmpty();
    }

    @Test
    void refuseTheValueAnnotation() {
        assertThat(found("main", "class Rates { Rates(@Value(\"${rate}\") int rate) {} }\n"))
                .containsExactly("valueAnnotation");
    }

    @Test
    void refuseUnfinishedWork() {
        assertThat(found("main", "class Order {} // TO" + "DO later\n"))
                .containsExactly("unfinished");
        assertThat(found("test", "@Disa" + "bled\nclass OrderTests {}\n"))
                .containsExactly("unfinished");
    }

    @Test
    void refuseADrawerName() {
        assertThat(found("main", "class OrderUtil {}\n")).containsExactly("drawerName");
        assertThat(found("main", "record OrderDto(String id) {}\n")).containsExactly("drawerName");
    }

    private List<String> found(String tree, String code) {
        return audit(write("src/" + tree + "/java/some/Order.java", "package some;\n" + code));
    }

    private Path write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private static List<String> audit(Path file) {
        Properties settings = new Properties();
        settings.setProperty("springtide.file.max", "300");
        Findings findings = new Findings(new ArrayList<>());
        Checker checker = new Checker();
        try {
            checker.setModuleClassLoader(Checker.class.getClassLoader());
            checker.configure(
                    ConfigurationLoader.loadConfiguration(RULES, new PropertiesExpander(settings)));
            checker.addListener(findings);
            checker.process(List.<File>of(file.toFile()));
        } catch (CheckstyleException broken) {
            throw new AssertionError(broken);
        } finally {
            checker.destroy();
        }
        return findings.names();
    }

    /** Collects the rule ids, or the simple names of checks without one. */
    private record Findings(List<String> names) implements AuditListener {
        @Override
        public void addError(AuditEvent event) {
            String id = event.getModuleId();
            String source = event.getSourceName();
            names.add(id == null ? source.substring(source.lastIndexOf('.') + 1) : id);
        }

        @Override
        public void addException(AuditEvent event, Throwable cause) {
            throw new AssertionError(event.getFileName(), cause);
        }

        @Override
        public void auditStarted(AuditEvent event) {}

        @Override
        public void auditFinished(AuditEvent event) {}

        @Override
        public void fileStarted(AuditEvent event) {}

        @Override
        public void fileFinished(AuditEvent event) {}
    }
}
