package io.github.pythonenv.runtime;

/**
 * What runtimes are got from.
 *
 * @param catalogue the known distributions
 * @param artifacts gets artifacts as Maven does
 * @param machine knows the Pythons that others installed on this machine
 */
public record Supplies(Catalogue catalogue, ArtifactResolver artifacts, MachinePythons machine) {}
