package io.github.pythonenv.validation;

/**
 * One figure of a benchmark, measured without and with the tuning, in turn.
 *
 * @param title the same for a person
 * @param plain the median without the tuning's variables
 * @param tuned the median with them
 */
public record Comparison(String title, Figure plain, Figure tuned) {

    /** How much better it is with the tuning: 2 is twice as good, whatever way the figure is counted. */
    public double gain() {
        return plain.moreIsBetter() ? tuned.value() / plain.value() : plain.value() / tuned.value();
    }
}
