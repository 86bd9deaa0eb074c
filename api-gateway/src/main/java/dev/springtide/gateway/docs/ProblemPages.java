package dev.springtide.gateway.docs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The pages behind the problem types' URIs. */
final class ProblemPages {

    private static final String FRAME =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>{title}</title>
            <style>body{font:1rem/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}\
            code{background:#eee;padding:0 .2em}dt{margin-top:1em}</style></head>
            <body><h1>{title}</h1>
            {body}
            </body></html>
            """;

    private final OpenApiDocument document;

    ProblemPages(OpenApiDocument document) {
        this.document = document;
    }

    String list() {
        List<ProblemEntry> entries = document.problemTypes();
        return page(
                "Problem types",
                entries.stream()
                        .map(entry ->
                                "<dt><a href=\"/problems/%s\">%s</a> (%d)</dt><dd>%s</dd>"
                                        .formatted(
                                                entry.slug(),
                                                entry.slug(),
                                                entry.status(),
                                                text(entry.meaning())))
                        .collect(Collectors.joining("\n", "<dl>", "</dl>")));
    }

    Optional<String> one(String slug) {
        return document.problemTypes().stream()
                .filter(entry -> entry.slug().equals(slug))
                .findFirst()
                .map(ProblemPages::one);
    }

    private static String one(ProblemEntry entry) {
        return page(
                entry.title(),
                """
                <p><code>https://springtide.dev/problems/%s</code>, status %d</p>
                <p>%s</p>
                <p><b>What to do:</b> %s</p>
                <p><a href="/problems">All problem types</a></p>\
                """
                        .formatted(
                                entry.slug(),
                                entry.status(),
                                text(entry.meaning()),
                                text(entry.remedy())));
    }

    private static String page(String title, String body) {
        return FRAME.replace("{title}", HtmlUtils.htmlEscape(title)).replace("{body}", body);
    }

    private static String text(String marked) {
        return HtmlUtils.htmlEscape(marked).replaceAll("`([^`]*)`", "<code>$1</code>");
    }
}
