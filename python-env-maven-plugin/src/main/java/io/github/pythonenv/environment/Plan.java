package io.github.pythonenv.environment;

import java.util.List;

/**
 * The steps that take the machine from what is to what is asked.
 *
 * @param reasons why there is anything to do, a phrase each
 * @param steps in order; none when all is up to date
 * @param held whether nothing is done, whatever the reasons, because the environment is held at an earlier generation
 */
record Plan(List<String> reasons, List<Step> steps, boolean held) {

    static final Plan NOTHING = new Plan(List.of(), List.of());

    Plan(List<String> reasons, List<Step> steps) {
        this(reasons, steps, false);
    }

    /** Whether there is nothing to do. */
    boolean nothingToDo() {
        return steps.isEmpty();
    }

    /** The plan as text for a person, a step a line. */
    List<String> describe() {
        return steps.stream().map(Step::describe).toList();
    }
}
