package io.github.pythonenv.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code probe.py} printed.
 *
 * @param version the version the interpreter said it is; nothing if it did not start
 * @param troubles the modules that did not import
 * @param unfinished the module whose import did not come back
 * @param whole whether the script came to its end
 */
record ProbeOutput(Optional<String> version, List<ModuleTrouble> troubles, Optional<String> unfinished, boolean whole) {

    static ProbeOutput parse(List<String> lines) {
        Optional<String> version = Optional.empty();
        List<ModuleTrouble> troubles = new ArrayList<>();
        @Nullable String unfinished = null;
        boolean whole = false;
        for (String line : lines) {
            String[] words = line.split("\t", 3);
            switch (words[0]) {
                case "python" -> version = Optional.of(words[1]);
                case "try" -> unfinished = words[1];
                case "works" -> unfinished = null;
                case "absent" -> {
                    troubles.add(new ModuleTrouble.Absent(words[1]));
                    unfinished = null;
                }
                case "failed" -> {
                    troubles.add(new ModuleTrouble.Failed(words[1], words[2]));
                    unfinished = null;
                }
                case "end" -> whole = true;
                default -> {
                    // A module may print when it is imported; that is no finding.
                }
            }
        }
        return new ProbeOutput(version, List.copyOf(troubles), Optional.ofNullable(unfinished), whole);
    }
}
