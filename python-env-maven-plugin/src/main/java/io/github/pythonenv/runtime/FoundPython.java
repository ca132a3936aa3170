package io.github.pythonenv.runtime;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a search on this machine.
 *
 * @param runtime the newest that matches and works here; it stays where it is, and {@code name} and {@code sha256} tell
 *     it from any other, also from what an update of the system puts in its place
 * @param passedOver why each of the others that might have done was not taken, one sentence each; of use to a person
 *     who wonders, and where {@code runtime} is empty
 */
public record FoundPython(Optional<Runtime> runtime, List<String> passedOver) {
    public FoundPython {
        passedOver = List.copyOf(passedOver);
    }
}
