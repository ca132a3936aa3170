package io.github.pythonenv.tuning;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of PyTorch's indexes serve, and how uv is told.
 *
 * @param indexes their names, the first that has what is wanted wins; for a lock the first that it has
 * @param backend the value of uv's option {@code --torch-backend}
 * @param variables what uv needs to be told beside it
 * @param reason why these, a phrase for a person
 * @param warning what a person should know of it
 */
public record Wheels(
        List<String> indexes, String backend, Map<String, String> variables, String reason, Optional<String> warning) {

    public Wheels {
        indexes = List.copyOf(indexes);
        variables = Map.copyOf(variables);
    }

    /** The accelerator, whatever its version: {@code cpu}, {@code cuda}, {@code rocm} or {@code xpu}. */
    public String accelerator() {
        return accelerator(indexes.get(0));
    }

    /** The accelerator that an index is for. */
    public static String accelerator(String index) {
        return index.startsWith("cu") ? "cuda" : index.startsWith("rocm") ? "rocm" : index;
    }
}
