package dev.springtide.problem;

/**
 * What is wrong with one part of a request.
 *
 * @param field a path such as {@code lines[0].quantity}, or the name of a parameter or header
 */
public record FieldError(String field, String message) {}
