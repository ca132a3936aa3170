package io.github.pythonenv.validation;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure of a benchmark, measured without and with the tuning.
 *
 * @param title what it is, for a person
 * @param plain the median without the tuning's variables
 * @param tuned the median with them; nothing where there is no tuning
 */
public record Comparison(String title, Figure plain, Optional<Figure> tuned) {

    /** How much better it is with the tuning: 2 is twice as good, whatever way the figure is counted. */
    public OptionalDouble gain() {
        return tuned.stream()
                .filter(figure -> figure.value() > 0 && plain.value() > 0)
                .mapToDouble(figure ->
                        plain.moreIsBetter() ? figure.value() / plain.value() : plain.value() / figure.value())
                .findFirst();
    }
}
