package io.github.pythonenv.cleaning;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Knows whether a folder is under version control. Where that cannot be told, it counts as if it were. */
final class WorkingCopies {

    private static final String GIT = ".git";

    /** What lies at the top of a working copy: of git, Mercurial, Subversion, Bazaar, Fossil, Jujutsu, Darcs, CVS. */
    static final Set<String> MARKS =
            Set.of(GIT, ".hg", ".svn", ".bzr", ".fslckout", "_FOSSIL_", ".jj", "_darcs", "CVS");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Processes processes;
    private final Map<String, String> variables;

    /** @param inherited the variables of this process */
    WorkingCopies(Processes processes, Map<String, String> inherited) {
        this.processes = processes;
        this.variables = ChildEnvironment.from(inherited);
        // They would send git to another working copy.
        this.variables.keySet().removeIf(name -> name.toUpperCase(Locale.ROOT).startsWith("GIT_"));
    }

    /** Why a folder is to be left alone: something in it is under version control, or that cannot be told. */
    Optional<String> claim(Path folder) {
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            for (String mark : MARKS) {
                if (Files.exists(above.resolve(mark), LinkOption.NOFOLLOW_LINKS)) {
                    return mark.equals(GIT) && !Files.exists(above.resolve(".jj"))
                            ? tracked(folder)
                            : Optional.of("lies in a working copy (" + above.resolve(mark)
                                    + "), and only git is asked what is under version control");
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> tracked(Path folder) {
        Path parent = Objects.requireNonNull(folder.getParent());
        Command question = new Command(
                List.of(
                        "git",
                        // A configuration of the working copy could name a program to be run.
                        "-c",
                        "core.fsmonitor=false",
                        "--no-optional-locks",
                        "--literal-pathspecs",
                        "ls-files",
                        "--",
                        String.valueOf(folder.getFileName())),
                parent,
                variables,
                PATIENCE);
        try {
            Completed answer = processes.run(question);
            if (!answer.succeeded()) {
                return Optional.of("lies in a working copy, and git does not say whether it is under version control: "
                        + String.join(" ", answer.err()));
            }
            return answer.out().isEmpty()
                    ? Optional.empty()
                    : Optional.of("is under version control: git tracks "
                            + answer.out().get(0));
        } catch (UserFailure e) {
            return Optional.of("lies in a working copy, and git cannot be asked whether it is under version control: "
                    + e.getMessage());
        }
    }
}
