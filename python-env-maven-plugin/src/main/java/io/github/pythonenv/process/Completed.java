package io.github.pythonenv.process;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A program that ended by itself.
 *
 * @param exitCode what it said at the end
 * @param out the lines of its standard output; of very long output the last ones, after a line that says so
 * @param err the same for standard error
 */
public record Completed(int exitCode, List<String> out, List<String> err) {

    public Completed {
        out = List.copyOf(out);
        err = List.copyOf(err);
    }

    public boolean succeeded() {
        return exitCode == 0;
    }

    /** The same with other lines: what must not be shown taken out. */
    public Completed map(UnaryOperator<String> line) {
        return new Completed(
                exitCode,
                out.stream().map(line).toList(),
                err.stream().map(line).toList());
    }
}
