package io.github.pythonenv.registry;

import io.github.pythonenv.runtime.InstalledBy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where uv puts the Pythons that it installs. */
final class UvFolders implements Place {
    @Override
    public List<Candidate> candidates(Machine machine) {
        return folder(machine).stream()
                .flatMap(folder -> Executables.ofInstallations(folder, InstalledBy.UV, machine))
                .toList();
    }

    /** The folder in force, there or not: uv's own rules. */
    static Optional<Path> folder(Machine machine) {
        Optional<Path> set = machine.named("UV_PYTHON_INSTALL_DIR");
        if (set.isPresent()) {
            return set;
        }
        if (machine.windows()) {
            return machine.named("APPDATA")
                    .map(data -> data.resolve("uv").resolve("data").resolve("python"));
        }
        Path data = machine.named("XDG_DATA_HOME").orElseGet(() -> machine.inHome(".local/share"));
        return Optional.of(data.resolve("uv").resolve("python"));
    }
}
