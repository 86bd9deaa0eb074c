package dev.springtide.gateway.docs;

/** What the documentation says about one problem type. */
record ProblemEntry(String slug, int status, String title, String meaning, String remedy) {}
