package io.github.pythonenv.registry;

import io.github.pythonenv.runtime.InstalledBy;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where systems, Homebrew and python.org's installers put Pythons, whether or not PATH names these folders. */
final class UsualFolders implements Place {
    private static final List<String> FOLDERS = List.of(
            "/usr/bin", "/usr/local/bin", "/opt/local/bin", "/opt/homebrew/bin", "/home/linuxbrew/.linuxbrew/bin");

    /** One folder in them for each installation. */
    private static final List<String> PARENTS = List.of(
            "/opt/homebrew/opt",
            "/usr/local/opt",
            "/home/linuxbrew/.linuxbrew/opt",
            "/opt/python",
            "/Library/Frameworks/Python.framework/Versions");

    @Override
    public List<Candidate> candidates(Machine machine) {
        if (machine.windows()) {
            return Stream.of("LOCALAPPDATA", "ProgramFiles", "SystemDrive")
                    .flatMap(variable -> machine.named(variable).stream())
                    .flatMap(folder ->
                            Stream.of(folder, folder.resolve("Programs").resolve("Python")))
                    .flatMap(parent -> Executables.entries(parent).stream())
                    .filter(home -> home.getFileName().toString().startsWith("Python3"))
                    .flatMap(home -> Executables.ofInstallation(home, InstalledBy.SYSTEM, machine).stream())
                    .toList();
        }
        // Homebrew's lasting names first: the file behind them moves with every update.
        Stream<Candidate> installations = PARENTS.stream()
                .map(machine::at)
                .flatMap(parent -> Executables.entries(parent).stream())
                .flatMap(home -> ofInstallation(home, machine));
        Stream<Candidate> folders = FOLDERS.stream()
                .map(machine::at)
                .flatMap(folder -> Executables.in(folder, InstalledBy.SYSTEM, machine).stream());
        return Stream.concat(installations, folders).toList();
    }

    private static Stream<Candidate> ofInstallation(Path home, Machine machine) {
        return Executables.ofInstallation(home, InstalledBy.SYSTEM, machine).stream();
    }
}
