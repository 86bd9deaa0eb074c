package dev.springtide.gateway.docs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.util.function.SingletonSupplier;

/** The files of Swagger UI that the page needs, and no others. */
final class SwaggerUi {

    private static final Set<String> OURS = Set.of("index.html", "start.js");
    private static final Set<String> THEIRS =
            Set.of("swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png");

    private final SingletonSupplier<String> folder = SingletonSupplier.of(SwaggerUi::locate);

    boolean has(String file) {
        return OURS.contains(file) || THEIRS.contains(file);
    }

    /**
     * A file of the page.
     *
     * @param file one that {@link #has} knows
     */
    Resource file(String file) {
        return new ClassPathResource(
                OURS.contains(file) ? "openapi/" + file : folder.obtain() + file);
    }

    private static String locate() {
        Properties artifact = new Properties();
        try {
            artifact.load(
                    new StringReader(
                            YamlText.resource(
                                    "META-INF/maven/org.webjars/swagger-ui/pom.properties")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return "META-INF/resources/webjars/swagger-ui/" + artifact.getProperty("version") + "/";
    }
}
