package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.SwapMode;

/** The setting {@code swap}. */
final class SwapModes {

    private SwapModes() {}

    static SwapMode of(String text) {
        return switch (text) {
            case "exchange" -> SwapMode.EXCHANGE;
            case "inPlace" -> SwapMode.IN_PLACE;
            default ->
                throw new UserFailure(
                        "<swap> is " + text + ", which is neither exchange nor inPlace.",
                        "Take inPlace for a folder that is a mount point, and leave it away otherwise.");
        };
    }
}
