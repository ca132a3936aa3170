package io.github.pythonenv.validation;

import java.util.List;

/** What earlier runs measured on this machine in the same environment. */
@FunctionalInterface
public interface EarlierFigures {

    /** Nobody has measured before. */
    EarlierFigures NONE = id -> List.of();

    /**
     * The values of one figure, the newest last.
     *
     * @param id of a {@link Figure}
     */
    List<Double> of(String id);
}
