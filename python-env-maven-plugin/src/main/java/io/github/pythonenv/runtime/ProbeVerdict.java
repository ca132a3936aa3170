package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import java.util.List;
import java.util.stream.Collectors;

/** What follows from modules that do not import: the end, or one warning. */
final class ProbeVerdict {
    private ProbeVerdict() {}

    /**
     * Warns once of all optional modules that are missing.
     *
     * @throws UserFailure if a module is missing that must be there
     */
    static void pass(PythonVersion version, List<ModuleTrouble> troubles, ProgressListener listener) {
        List<ModuleTrouble> fatal = troubles.stream()
                .filter(trouble -> ModuleTable.optional(trouble.module()).isEmpty())
                .toList();
        if (!fatal.isEmpty()) {
            throw failure(version, fatal);
        }
        if (!troubles.isEmpty()) {
            String hints = hints(troubles);
            listener.on(new ProgressEvent.Warning("Python " + version + " works, but without "
                    + troubles.stream().map(ProbeVerdict::described).collect(Collectors.joining(", ")) + "."
                    + (hints.isEmpty() ? "" : " If the build needs that: " + hints)));
        }
    }

    private static String described(ModuleTrouble trouble) {
        String reason = LoaderHints.missingLibrary(trouble.reason())
                .map(library -> library + " is missing")
                .orElse(trouble.reason());
        return ModuleTable.optional(trouble.module()).orElse(trouble.module()) + " (" + reason + ")";
    }

    /** What to do about all of them, each thing said once. */
    private static String hints(List<ModuleTrouble> troubles) {
        return troubles.stream()
                .flatMap(trouble -> LoaderHints.hint(trouble.reason()).stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static UserFailure failure(PythonVersion version, List<ModuleTrouble> fatal) {
        String named = fatal.stream()
                .map(trouble -> trouble.module() + ": " + trouble.reason())
                .collect(Collectors.joining("; "));
        String hint = hints(fatal);
        return new UserFailure(
                "Python " + version + " starts on this machine, but modules that it must have do not import: " + named
                        + ".",
                hint.isEmpty() ? "Ask for another Python version, or see what the message above names." : hint);
    }
}
