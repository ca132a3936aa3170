package io.github.pythonenv.image;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an image stands on.
 *
 * @param config the configuration, as its maker wrote it
 * @param layers from the lowest on
 */
public record Base(ObjectNode config, List<Layer> layers) {

    public Base {
        layers = List.copyOf(layers);
    }

    /** Nothing. */
    static Base scratch() {
        return new Base(Json.object(), List.of());
    }
}
