package io.github.pythonenv.runtime;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the version request of a project that states none in its POM. */
public final class VersionRequests {
    private VersionRequests() {}

    /**
     * Looks for {@code .python-version}, then for {@code requires-python} in {@code pyproject.toml}; each in the given
     * directory and then upwards, the nearest wins. The search ends where the project does: at the root of the uv
     * workspace if there is one, else at the nearest {@code pyproject.toml}, and never above the root of the checkout.
     * uv goes by the same files and the same boundary of a project.
     *
     * @param projectDirectory where to begin
     * @return the request and the file that makes it; nothing if no file does
     * @throws UserFailure if a file cannot be read or asks for what is not CPython
     */
    public static Optional<DiscoveredRequest> discover(Path projectDirectory) {
        List<Path> directories = upwards(projectDirectory.toAbsolutePath().normalize());
        for (Path directory : directories) {
            Path file = directory.resolve(".python-version");
            Optional<String> text = read(file);
            if (text.isPresent()) {
                Optional<VersionRequest> request = PythonVersionFile.request(text.get(), file);
                if (request.isPresent()) {
                    return Optional.of(new DiscoveredRequest(request.get(), file));
                }
            }
        }
        for (Path directory : directories) {
            Path file = directory.resolve("pyproject.toml");
            Optional<String> text = read(file);
            if (text.isPresent()) {
                Optional<VersionRequest> request = RequiresPython.request(text.get(), file);
                if (request.isPresent()) {
                    return Optional.of(new DiscoveredRequest(request.get(), file));
                }
            }
        }
        return Optional.empty();
    }

    /** The directories to look in, nearest first. */
    private static List<Path> upwards(Path start) {
        List<Path> directories = new ArrayList<>();
        int nearestProject = 0;
        int workspaceRoot = 0;
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            directories.add(directory);
            Optional<String> project = read(directory.resolve("pyproject.toml"));
            if (project.isPresent() && nearestProject == 0) {
                nearestProject = directories.size();
            }
            if (project.isPresent() && project.get().contains("[tool.uv.workspace]")) {
                workspaceRoot = directories.size();
            }
            if (Files.exists(directory.resolve(".git"))) {
                break;
            }
        }
        if (workspaceRoot > 0) {
            return directories.subList(0, workspaceRoot);
        }
        return nearestProject > 0 ? directories.subList(0, nearestProject) : directories;
    }

    private static Optional<String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UserFailure(
                    "Cannot read " + file + ": " + FileFault.why(e) + ".",
                    "See that it is UTF-8 text and readable, or state the Python version in the POM.",
                    e);
        }
    }
}
