package io.github.pythonenv.environment;

/**
 * What a service knows of the packages of an environment.
 *
 * @param asked how many versions of packages it was asked about
 * @param json uv's answer
 */
public record AuditAnswer(int asked, String json) {}
