package dev.springtide.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The environment variables that a service understands: what the libraries on the class path
 * publish as configuration metadata, and the service's own records of settings.
 *
 * @param exact names of variables
 * @param open prefixes below which any name may stand, such as those of maps
 */
record KnownSettings(Set<String> exact, Set<String> open) {
    private static final Map<String, KnownSettings> CACHE = new ConcurrentHashMap<>();

    static KnownSettings of(String service) {
        return CACHE.computeIfAbsent(service, KnownSettings::read);
    }

    boolean has(String variable) {
        String plain = variable.replaceAll("_\\d+$", "");
        return exact.contains(plain) || open.stream().anyMatch(plain::startsWith);
    }

    /** The environment variable of a property: dots are underscores, dashes are left out. */
    static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static KnownSettings read(String service) {
        KnownSettings known = new KnownSettings(new TreeSet<>(), new TreeSet<>());
        try {
            known.addLibraries();
            known.addRecords(service);
            if (!service.equals("api-gateway")) {
                known.addRecords("common");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return known;
    }

    private void addLibraries() throws IOException {
        List<URL> files =
                Collections.list(
                        KnownSettings.class
                                .getClassLoader()
                                .getResources("META-INF/spring-configuration-metadata.json"));
        for (URL file : files) {
            try (InputStream json = file.openStream()) {
                for (JsonNode property : new JsonMapper().readTree(json).path("properties")) {
                    String variable = variable(property.path("name").asText());
                    exact.add(variable);
                    if (property.path("type").asText().startsWith("java.util.Map")) {
                        open.add(variable + "_");
                    }
                }
            }
        }
    }

    private void addRecords(String module) throws IOException {
        Path classes = ServiceProject.ROOT.resolve(module).resolve("target/classes");
        try (URLClassLoader loader = loader(classes);
                Stream<Path> files = Files.walk(classes)) {
            files.filter(file -> file.toString().endsWith("Properties.class"))
                    .map(file -> classes.relativize(file).toString())
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .forEach(name -> add(load(loader, name)));
        }
    }

    private void add(Class<?> type) {
        ConfigurationProperties annotation = type.getAnnotation(ConfigurationProperties.class);
        if (annotation != null) {
            add(annotation.value(), type);
        }
    }

    private void add(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + component.getName();
            if (component.getType().isRecord()) {
                add(name, component.getType());
            } else {
                exact.add(variable(name));
            }
        }
    }

    private static URLClassLoader loader(Path classes) throws MalformedURLException {
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, KnownSettings.class.getClassLoader());
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
