package io.github.pythonenv.tuning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the kernel tells in files: {@code /proc}, {@code /sys}, {@code /dev}. What cannot be read is not there.
 *
 * @param root the root folder; another one than {@code /} holds what was recorded on another machine
 */
public record MachineFiles(Path root) {

    /** This machine's. */
    public static MachineFiles ofThisMachine() {
        return new MachineFiles(Path.of("/"));
    }

    /** The text of a file, without white space around it. */
    public Optional<String> text(String path) {
        try {
            // Not by its size: files of the kernel say 0.
            return Optional.of(new String(Files.readAllBytes(at(path)), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether a file, folder or device is there. */
    boolean exists(String path) {
        return Files.exists(at(path));
    }

    /** Whether this user may read and write a device. */
    boolean usable(String path) {
        return Files.isReadable(at(path)) && Files.isWritable(at(path));
    }

    /** The names in a folder, sorted; none where there is no such folder. */
    List<String> names(String path) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(at(path))) {
            for (Path entry : entries) {
                names.add(String.valueOf(entry.getFileName()));
            }
        } catch (IOException e) {
            return List.of();
        }
        Collections.sort(names);
        return names;
    }

    /** The name of what a link leads to, such as a device's driver. */
    Optional<String> linkedName(String path) {
        try {
            return Optional.of(String.valueOf(Files.readSymbolicLink(at(path)).getFileName()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether this is the inside of a container. Source: podman and docker leave these files. */
    boolean container() {
        return exists("/.dockerenv")
                || exists("/run/.containerenv")
                || text("/proc/1/cgroup").orElse("").matches("(?s).*(docker|kubepods|containerd|libpod|lxc).*");
    }

    /** Whether this is a Linux under Windows. */
    boolean wsl() {
        return text("/proc/sys/kernel/osrelease")
                .orElse("")
                .toLowerCase(java.util.Locale.ROOT)
                .contains("microsoft");
    }

    Path at(String path) {
        return root.resolve(path.substring(1));
    }
}
