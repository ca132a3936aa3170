package io.github.pythonenv.runtime;

import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The installations that the store has. */
public final class Shelf {
    private final Store store;

    public Shelf(Store store) {
        this.store = store;
    }

    /** What the installation of that name was made from; nothing if there is no whole one. */
    Optional<Distribution> distribution(String name) {
        return store.find(store.runtimes(), name).flatMap(RuntimeRecord::read);
    }

    /** The installation of that name; nothing if there is no whole one. */
    Optional<Runtime> runtime(String name) {
        return store.find(store.runtimes(), name, home -> at(home).isPresent()).flatMap(this::at);
    }

    /** The installation in that folder; nothing if its record or its interpreter is gone. */
    Optional<Runtime> at(Path home) {
        return RuntimeRecord.read(home).flatMap(made -> runtime(String.valueOf(home.getFileName()), home, made));
    }

    private static Optional<Runtime> runtime(String name, Path home, Distribution made) {
        OperatingSystem os = made.platform().startsWith("windows") ? OperatingSystem.WINDOWS : OperatingSystem.LINUX;
        Path executable = home.resolve(new InstallationTree(home, home, made.version(), os).interpreter());
        Runtime runtime = new Runtime(
                made.version(), made.platform(), made.source().word(), home, executable, made.sha256(), name);
        return Files.isExecutable(executable) ? Optional.of(runtime) : Optional.empty();
    }

    /** The installation that was made from this archive; nothing if there is no whole one. */
    Optional<Runtime> runtime(Candidate candidate) {
        return runtime(RuntimeNames.of(candidate));
    }

    /** What the whole installations were made from that the catalogue's archives become; those that an earlier plugin repaired otherwise do not count. */
    List<Distribution> distributions() {
        List<Distribution> found = new ArrayList<>();
        for (Path shelf : store.shelves(store.runtimes())) {
            try {
                for (Path home : InstallationTree.entries(shelf, "cpython-*")) {
                    String name = home.getFileName().toString();
                    distribution(name)
                            .filter(made -> RuntimeNames.of(made).equals(name))
                            .filter(made -> !found.contains(made))
                            .ifPresent(found::add);
                }
            } catch (IOException e) {
                // A shelf that cannot be listed has nothing to offer; what is provided then meets the same fault and
                // says so.
            }
        }
        return found;
    }

    /** All whole installations, whatever they were made from. */
    public List<Runtime> runtimes() {
        List<Runtime> found = new ArrayList<>();
        for (Path shelf : store.shelves(store.runtimes())) {
            try {
                for (Path home : InstallationTree.entries(shelf, "*")) {
                    Optional.of(home)
                            .filter(Store::complete)
                            .flatMap(this::at)
                            .filter(runtime ->
                                    found.stream().noneMatch(one -> one.name().equals(runtime.name())))
                            .ifPresent(found::add);
                }
            } catch (IOException e) {
                // As above.
            }
        }
        return found;
    }
}
