package io.github.pythonenv.registry;

import io.github.pythonenv.runtime.InstalledBy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * pyenv, asdf and mise, which keep each version in a folder of its own. What they put on the PATH are shims: scripts, or
 * links to one program, that choose a version anew each time, by the folder they are started in.
 */
final class VersionManagers implements Place {
    @Override
    public List<Candidate> candidates(Machine machine) {
        return Stream.of(
                        machine.named("PYENV_ROOT")
                                .orElseGet(() -> machine.inHome(".pyenv"))
                                .resolve("versions"),
                        machine.inHome(".pyenv/pyenv-win/versions"),
                        machine.named("ASDF_DATA_DIR")
                                .orElseGet(() -> machine.inHome(".asdf"))
                                .resolve("installs/python"),
                        machine.named("MISE_DATA_DIR")
                                .orElseGet(() -> machine.inHome(".local/share/mise"))
                                .resolve("installs/python"))
                .flatMap(folder -> Executables.ofInstallations(folder, InstalledBy.SYSTEM, machine))
                .toList();
    }

    /**
     * The installations that shims in that folder choose from.
     *
     * @param folder a folder of the PATH
     * @return the folder that has one folder for each; nothing if there are no shims in it
     */
    static Optional<Path> behindShims(Path folder) {
        Path name = folder.getFileName();
        Path manager = folder.getParent();
        if (name == null || manager == null || !name.toString().equals("shims")) {
            return Optional.empty();
        }
        return Stream.of(
                        manager.resolve("versions"), manager.resolve("installs").resolve("python"))
                .filter(Files::isDirectory)
                .findFirst()
                .or(() -> Optional.of(manager.resolve("versions")));
    }
}
