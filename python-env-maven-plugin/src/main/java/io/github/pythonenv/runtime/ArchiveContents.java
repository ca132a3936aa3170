package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.store.ThrowingConsumer;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds the installation in an archive that nobody has looked into, wherever it lies there, and what it is. */
final class ArchiveContents {
    /** Jars have their trees five folders deep. */
    private static final int DEEPEST = 6;

    private static final String ASIDE = ".archive";

    private final Host host;
    private final Processes processes;

    ArchiveContents(Host host, Processes processes) {
        this.host = host;
        this.processes = processes;
    }

    /**
     * Unpacks such an archive and puts the installation in it at the top.
     *
     * @param unpack unpacks all of it into the folder that it is given
     * @param into where the installation goes
     * @return what is there now
     * @throws UserFailure if there is no CPython in it, or one for other machines
     */
    Distribution settle(UnseenArchive archive, ThrowingConsumer<Path> unpack, Path into) throws IOException {
        Path aside = Files.createDirectory(into.resolve(ASIDE));
        unpack.accept(aside);
        Path root = root(aside).orElseThrow(() -> noPython(archive));
        for (Path part : InstallationTree.entries(root, "*")) {
            Files.move(part, into.resolve(part.getFileName()));
        }
        Trees.delete(aside);
        if (archive.source() == Source.EMBEDDABLE) {
            Embeddable.spread(into);
        }
        Path interpreter = interpreter(into).orElseThrow(() -> noPython(archive));
        requireThisPlatform(archive, interpreter);
        if (archive.source() == Source.PACKED) {
            PackedManifest.required(
                    into, archive.origin().toString(), host.platform().fullId());
        }
        PythonVersion version = new InstalledVersion(host, processes)
                .of(into, interpreter)
                .orElseThrow(() -> new PassedOver(
                        "What version " + archive.title() + " is cannot be told: it has no patchlevel.h, and "
                                + interpreter.getFileName() + " in it does not start on this machine.",
                        "Take an archive for " + host.platform().id() + " with a final release of CPython 3."));
        return new Distribution(
                version,
                archive.platform(),
                archive.source(),
                archive.origin(),
                archive.sha256(),
                new Needs(new Floor.None(), List.of()),
                0);
    }

    /** The uppermost folder that looks like an installation. */
    private Optional<Path> root(Path folder) throws IOException {
        Deque<Path> folders = new ArrayDeque<>(List.of(folder));
        while (!folders.isEmpty()) {
            Path next = folders.remove();
            if (interpreter(next).isPresent()) {
                return Optional.of(next);
            }
            if (folder.relativize(next).getNameCount() < DEEPEST) {
                for (Path inside : InstallationTree.entries(next, "*")) {
                    if (Files.isDirectory(inside) && !Files.isSymbolicLink(inside)) {
                        folders.add(inside);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Path> interpreter(Path root) throws IOException {
        if (host.platform().os() == OperatingSystem.WINDOWS) {
            return Optional.of(root.resolve("python.exe")).filter(Files::isRegularFile);
        }
        return InstallationTree.entries(root.resolve("bin"), "python3.*").stream()
                .filter(file -> file.getFileName().toString().matches("python3\\.\\d+"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private void requireThisPlatform(UnseenArchive archive, Path interpreter) throws IOException {
        Optional<String> found = BinaryPlatform.of(interpreter);
        if (found.isPresent() && !found.get().equals(host.platform().id())) {
            throw new PassedOver(
                    archive.title() + " is for " + found.get() + ", and this machine is "
                            + host.platform().id() + ".",
                    "Take the archive for " + host.platform().id() + ".");
        }
    }

    private UserFailure noPython(UnseenArchive archive) {
        boolean windows = host.platform().os() == OperatingSystem.WINDOWS;
        return new UserFailure(
                "There is no CPython for this machine in " + archive.origin() + ": no folder in it has "
                        + (windows ? "python.exe" : "bin/python3.N") + ".",
                archive.source() == Source.PACKED
                        ? "Name an archive that mvn python-env:package wrote for "
                                + host.platform().fullId() + "."
                        : "Take an archive of an installation that can be moved, such as those of python-build-standalone, for "
                                + host.platform().id() + ".");
    }
}
