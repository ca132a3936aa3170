package io.github.pythonenv.validation;

import java.util.List;

/**
 * One package that another one requires.
 *
 * @param name normalized
 * @param extras of it that are required, normalized
 * @param specifier which versions, as written: {@code >=2,<3}; empty for any
 */
public record RequiredDistribution(String name, List<String> extras, String specifier) {

    public RequiredDistribution {
        extras = List.copyOf(extras);
    }
}
