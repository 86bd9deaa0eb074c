package dev.springtide.deployment;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Secrets are named and documented; their values are nowhere in the repository. */
final class SecretRule implements Rule {
    private static final Pattern SENSITIVE =
            Pattern.compile(
                    "PASSWORD|SECRET|TOKEN_KEY|APIKEY|PAYMENTTOKEN", Pattern.CASE_INSENSITIVE);

    @Override
    public List<String> breaches(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (Secret secret : manifests.all(Secret.class)) {
            breaches.add("Secret " + Manifests.name(secret) + " is in the repository");
        }
        for (ConfigMap map : manifests.all(ConfigMap.class)) {
            map.getData().keySet().stream()
                    .filter(key -> SENSITIVE.matcher(key).find())
                    .forEach(key ->
                            breaches.add(
                                    "ConfigMap "
                                            + Manifests.name(map)
                                            + " holds the value of "
                                            + key));
        }
        String documented = documentation();
        for (Deployment deployment : manifests.all(Deployment.class)) {
            Manifests.container(deployment).getEnv().stream()
                    .filter(variable -> variable.getValue() != null)
                    .filter(variable -> SENSITIVE.matcher(variable.getName()).find())
                    .forEach(variable ->
                            breaches.add(
                                    Manifests.name(deployment)
                                            + " holds the value of "
                                            + variable.getName()));
            Manifests.secretVariables(deployment).stream()
                    .map(variable -> variable.getValueFrom().getSecretKeyRef())
                    .filter(reference -> !documented.contains(row(reference)))
                    .forEach(reference ->
                            breaches.add("docs/kubernetes.md has no row " + row(reference)));
        }
        return breaches;
    }

    private static String row(SecretKeySelector reference) {
        return "| `" + reference.getName() + "` | `" + reference.getKey() + "` |";
    }

    private static String documentation() {
        try {
            return Files.readString(ServiceProject.ROOT.resolve("docs/kubernetes.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
