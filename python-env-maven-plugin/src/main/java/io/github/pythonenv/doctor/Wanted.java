package io.github.pythonenv.doctor;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Toolbox;

/**
 * An environment that is to be built on the machine.
 *
 * @param request what is asked for
 * @param tools what builds it; the checks only look with them
 */
public record Wanted(EnvironmentRequest request, Toolbox tools) {}
