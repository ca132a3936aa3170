package io.github.pythonenv.cleaning;

import io.github.pythonenv.tuning.Dotenv;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is never taken, whatever it looks like. Each answer is a phrase that goes on after the folder's name. */
final class Protection {

    /** What tools leave at the top of an environment, in small letters. */
    private static final Set<String> USUAL = Set.of(
            "bin",
            "scripts",
            "lib",
            "lib64",
            "libs",
            "include",
            "share",
            "etc",
            "man",
            "local",
            "pyvenv.cfg",
            ".gitignore",
            ".lock",
            "cachedir.tag",
            "pip-selfcheck.json",
            ".project",
            "__pycache__",
            ".ds_store",
            Dotenv.NAME);

    /** Of our own: the state of an environment, and the mark of one that is being filled. */
    private static final String OURS = ".python-env-";

    private static final int NAMED = 3;

    private final WorkingCopies copies;

    Protection(WorkingCopies copies) {
        this.copies = copies;
    }

    /** An installation of a tool for Pythons: neither it nor what is in it is taken. */
    static Optional<String> installation(Path folder) {
        if (Files.isDirectory(folder.resolve("versions"))
                && (Files.isDirectory(folder.resolve("shims"))
                        || Files.exists(folder.resolve("bin/pyenv"), LinkOption.NOFOLLOW_LINKS)
                        || Files.exists(folder.resolve("libexec/pyenv"), LinkOption.NOFOLLOW_LINKS))) {
            return Optional.of("is an installation of pyenv");
        }
        if (Files.isDirectory(folder.resolve("conda-meta"))) {
            return Optional.of("is an environment of conda, which removes it with conda env remove");
        }
        return Optional.empty();
    }

    /** Why an environment is left alone, if it is. */
    Optional<String> of(Path folder, Extent extent) {
        if (Files.exists(folder.resolve("pipx_metadata.json"))) {
            return Optional.of("holds a program that pipx installed, and pipx uninstall removes it");
        }
        if (Files.exists(folder.resolve("uv-receipt.toml"))) {
            return Optional.of("holds a tool that uv installed, and uv tool uninstall removes it");
        }
        if (extent.checkout().isPresent()) {
            return Optional.of("holds a working copy, " + extent.checkout().get() + ", whose changes would be lost");
        }
        if (extent.mount().isPresent()) {
            return Optional.of("is on another disk than the folder around it, or holds one: "
                    + extent.mount().get());
        }
        if (extent.unreadable().isPresent()) {
            return Optional.of(
                    "could not be looked through: " + extent.unreadable().get());
        }
        Optional<String> others = others(folder);
        return others.isPresent() ? others : copies.claim(folder);
    }

    /** A project may have been made into an environment, or a person may keep files in one. */
    private static Optional<String> others(Path folder) {
        List<String> others = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (!USUAL.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(OURS)) {
                    others.add(name);
                }
            }
        } catch (IOException e) {
            return Optional.of("could not be looked through: " + e.getMessage());
        }
        others.sort(null);
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("holds what is no part of an environment and may be somebody's: "
                        + String.join(", ", others.subList(0, Math.min(NAMED, others.size())))
                        + (others.size() > NAMED ? " and " + (others.size() - NAMED) + " more" : ""));
    }
}
