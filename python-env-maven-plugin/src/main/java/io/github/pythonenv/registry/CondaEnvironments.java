package io.github.pythonenv.registry;

import io.github.pythonenv.runtime.InstalledBy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Conda's installations and the environments made with them. Each has a Python of its own, no link to another one. */
final class CondaEnvironments implements Place {
    private static final List<String> NAMES =
            List.of("miniconda3", "anaconda3", "miniforge3", "mambaforge", "micromamba");

    @Override
    public List<Candidate> candidates(Machine machine) {
        List<Path> homes = new ArrayList<>();
        // CONDA_EXE is <installation>/bin/conda, on Windows <installation>\Scripts\conda.exe.
        machine.named("CONDA_EXE").map(Path::getParent).map(Path::getParent).ifPresent(homes::add);
        machine.named("MAMBA_ROOT_PREFIX").ifPresent(homes::add);
        machine.named("CONDA_PREFIX").ifPresent(homes::add);
        for (String name : NAMES) {
            homes.add(machine.inHome(name));
            homes.add(machine.at("/opt/" + name));
        }
        homes.add(machine.at("/opt/conda"));
        homes.addAll(List.copyOf(homes).stream()
                .flatMap(home -> Executables.entries(home.resolve("envs")).stream())
                .toList());
        homes.addAll(Executables.entries(machine.inHome(".conda/envs")));
        homes.addAll(listed(machine.inHome(".conda/environments.txt")));
        return homes.stream()
                .filter(CondaEnvironments::isOne)
                .flatMap(home -> Executables.ofInstallation(home, InstalledBy.CONDA, machine).stream())
                .toList();
    }

    /** True if conda keeps its records there. */
    static boolean isOne(Path home) {
        return Files.isDirectory(home.resolve("conda-meta"));
    }

    /** The environments that conda notes when it makes them, wherever they are. */
    private static List<Path> listed(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(Path::of)
                    .toList();
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
