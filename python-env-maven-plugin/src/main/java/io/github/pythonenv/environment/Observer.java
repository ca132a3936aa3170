package io.github.pythonenv.environment;

import io.github.pythonenv.environment.Observation.Target;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.runtime.RuntimeChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads what is on disk. When all is as it was left, that is the state file, pyvenv.cfg, the input files and one folder listing:
 * no process, no network, no catalogue.
 */
final class Observer {

    private final boolean windows;
    private final Function<EnvironmentRequest, RuntimeChoice> runtimes;

    /**
     * @param runtimes chooses a runtime; asked only where the one the environment stands on will not do
     */
    Observer(boolean windows, Function<EnvironmentRequest, RuntimeChoice> runtimes) {
        this.windows = windows;
        this.runtimes = runtimes;
    }

    /** One that chooses among the runtimes that these tools find. */
    static Observer with(Toolbox tools) {
        return new Observer(tools.windows(), tools::choose);
    }

    Observation observe(EnvironmentRequest request) {
        Target target = target(request.directory(), windows);
        if (!(target instanceof Target.Ours ours)) {
            return new Observation(target, runtimes.apply(request), InputDigests.of(request));
        }
        InputDigests recorded = ours.state().inputs();
        InputDigests now = recorded.again(request);
        boolean sameLock = now.sameLock(recorded, request);
        boolean sameSettings = now.settings().equals(recorded.settings());
        return new Observation(
                target,
                (sameLock ? standing(ours.state(), request, sameSettings) : Optional.<RuntimeChoice>empty())
                        .orElseGet(() -> runtimes.apply(request)),
                now.sameAs(recorded) ? recorded : InputDigests.of(request));
    }

    /**
     * The runtime that the environment stands on, if it is still there and still what is asked.
     *
     * @param sameSettings whether the settings are those that it was built with: what a runtime itself does not tell of
     *     where it comes from is among them
     */
    private static Optional<RuntimeChoice> standing(
            EnvironmentState state, EnvironmentRequest request, boolean sameSettings) {
        boolean told = sameSettings || request.runtime().source().describe().isEmpty();
        boolean serves = told && !request.upgrade() && request.runtime().accepts(state.runtime());
        return serves && state.runtime().stands()
                ? Optional.of(new RuntimeChoice.Ready(state.runtime()))
                : Optional.empty();
    }

    /** What stands at a place. */
    static Target target(Path directory, boolean windows) {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return new Target.Absent();
        }
        if (!Files.isDirectory(directory)) {
            return new Target.Occupied(Files.isSymbolicLink(directory) ? "a link to nothing" : "a file");
        }
        if (Files.isSymbolicLink(directory)) {
            // What it leads to may be others' too, and a swap would replace the link.
            return new Target.Occupied("a link to another folder");
        }
        if (Files.exists(directory.resolve(InPlace.INCOMING))) {
            return new Target.Absent();
        }
        Optional<EnvironmentState> state = StateFile.read(directory);
        if (state.isPresent()) {
            return ours(directory, state.get(), windows);
        }
        if (Files.isRegularFile(directory.resolve("pyvenv.cfg"))) {
            return new Target.Foreign();
        }
        return isEmpty(directory)
                ? new Target.Absent()
                : new Target.Occupied("a folder that is no virtual environment");
    }

    private static Target.Ours ours(Path directory, EnvironmentState state, boolean windows) {
        VenvLayout layout = new VenvLayout(directory, windows);
        List<String> damage = new ArrayList<>();
        if (!Files.isExecutable(layout.python())) {
            damage.add("its interpreter is gone");
        }
        if (!layout.namesBase()) {
            damage.add(GenerationCheck.NO_BASE);
        }
        TreeSet<String> there = new TreeSet<>(
                names(layout.sitePackages(state.runtime().version().series())));
        TreeSet<String> missing = new TreeSet<>(state.entries());
        missing.removeAll(there);
        for (String entry : missing) {
            damage.add(entry + " is missing from site-packages");
        }
        there.removeAll(state.entries());
        there.remove("__pycache__");
        return new Target.Ours(state, damage, List.copyOf(there));
    }

    private static boolean isEmpty(Path directory) {
        return names(directory).isEmpty();
    }

    /** The names in a folder; none where there is no such folder. */
    static List<String> names(Path directory) {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                for (Path entry : entries) {
                    names.add(entry.getFileName().toString());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }
}
