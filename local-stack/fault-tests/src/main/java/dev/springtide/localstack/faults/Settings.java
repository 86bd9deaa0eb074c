package dev.springtide.localstack.faults;

import java.nio.file.Path;

/**
 * How the scenarios are run.
 *
 * @param root the project's folder
 * @param brief seconds instead of minutes
 * @param instances of each service
 * @param rate orders offered per second
 * @param kills how many processes the kill scenario kills at least
 * @param orders how many orders the kill scenario offers at least
 */
public record Settings(
        Path root,
        Path target,
        long seed,
        boolean brief,
        int instances,
        int rate,
        int kills,
        int orders) {}
