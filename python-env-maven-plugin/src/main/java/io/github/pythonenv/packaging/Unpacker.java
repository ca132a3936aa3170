package io.github.pythonenv.packaging;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Archive;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.PackedManifest;
import io.github.pythonenv.store.InterprocessLock;
import io.github.pythonenv.store.Staging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a folder of an archive that {@link Packager} wrote. The folder is whole whenever it is there: it is made aside
 * and moved to its place in the end.
 */
public final class Unpacker {

    /** In the folder: the digest of the archive that it was made from. */
    private static final String NOTE = ".python-env-unpacked";

    private final String platform;
    private final Processes processes;
    private final Map<String, String> variables;
    private final ProgressListener listener;

    /**
     * @param platform the id of this machine's
     * @param variables of the interpreter, which is started once
     */
    public Unpacker(String platform, Processes processes, Map<String, String> variables, ProgressListener listener) {
        this.platform = platform;
        this.processes = processes;
        this.variables = Map.copyOf(variables);
        this.listener = listener;
    }

    /**
     * Unpacks an archive, unless the folder was made from the same one.
     *
     * @param archive the file
     * @param expected its SHA-256 in hexadecimal, where that is known
     * @param folder replaced if it was unpacked by this, made if there is none or it is empty
     * @throws UserFailure where that cannot be done; what stood there is put back then
     */
    public UnpackReport unpack(Path archive, Optional<String> expected, Path folder) {
        try {
            String sha256 = verified(archive, expected);
            Path parent = Files.createDirectories(folder.toAbsolutePath().resolveSibling(""));
            String name = String.valueOf(folder.getFileName());
            return InterprocessLock.holding(
                    parent.resolve("." + name + ".lock"),
                    holder -> listener.on(new ProgressEvent.Notice(
                            "Waiting for " + holder + ", which is unpacking into " + folder + ".")),
                    () -> unpacked(archive, sha256, folder));
        } catch (IOException e) {
            throw PackingFailure.of(
                    archive + " could not be unpacked into " + folder,
                    "See that this user may read and write there.",
                    e);
        }
    }

    private static String verified(Path archive, Optional<String> expected) throws IOException {
        if (!Files.isRegularFile(archive)) {
            throw new UserFailure("There is no file " + archive + ".", "Correct <file> (-Dpython-env.file=…).");
        }
        String sha256 = Digests.sha256(archive);
        if (expected.isPresent()
                && !expected.get().strip().toLowerCase(Locale.ROOT).equals(sha256)) {
            throw new UserFailure(
                    archive + " is not the one that was asked for: its SHA-256 is " + sha256 + " and not "
                            + expected.get() + ".",
                    "Fetch it anew, or correct <sha256> (-Dpython-env.sha256=…).");
        }
        return sha256;
    }

    private UnpackReport unpacked(Path archive, String sha256, Path folder) throws IOException {
        Optional<String> before = note(folder);
        if (before.isPresent() && before.get().equals(sha256)) {
            return report(folder, PackedManifest.of(folder, archive.toString()), false);
        }
        if (before.isEmpty() && !isFree(folder)) {
            throw new UserFailure(
                    folder + " was not made by unpack, and is not empty.",
                    "Name another folder in <unpackDirectory> (-Dpython-env.unpackDirectory=…), or delete it.");
        }
        Path parent = folder.toAbsolutePath().resolveSibling("");
        Staging.sweep(parent);
        Path staging = Staging.create(parent, ".unpacking");
        Path old = staging.resolve("old");
        try {
            Path tree = staging.resolve("tree");
            Archive.unpack(archive, "", tree, bytes -> {});
            PackedManifest manifest = PackedManifest.required(tree, archive.toString(), platform);
            requireStart(tree, manifest);
            Files.writeString(tree.resolve(NOTE), sha256 + "\n", StandardCharsets.UTF_8);
            replace(folder, tree, old);
            return report(folder, manifest, true);
        } finally {
            if (Files.exists(old, LinkOption.NOFOLLOW_LINKS) && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                // The only copy of what stood there: no later sweep may take it.
                Staging.release(staging);
            } else {
                Staging.discard(staging);
            }
        }
    }

    /**
     * What stood there goes back where the new one cannot take its place.
     *
     * @throws UserFailure where it cannot go back: it lies in the old folder then
     */
    static void replace(Path folder, Path tree, Path old) throws IOException {
        boolean stood = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        if (stood) {
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(tree, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (stood) {
                putBack(old, folder, e);
            }
            throw e;
        }
    }

    private static void putBack(Path old, Path folder, IOException cause) {
        try {
            Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            cause.addSuppressed(e);
            throw new UserFailure(
                    folder + " could not be replaced (" + cause + "), and what stood there could not be put back (" + e
                            + ").",
                    "It lies in " + old + ": move it back, or delete it and unpack again.",
                    cause);
        }
    }

    private void requireStart(Path tree, PackedManifest manifest) throws IOException {
        TreeNames names = TreeNames.of(manifest.platform(), manifest.series(), tree);
        Path python = tree.resolve(names.python());
        Completed started = processes.run(new Command(
                List.of(python.toString(), "-I", "-c", "import platform; print(platform.python_version())"),
                tree,
                variables,
                Duration.ofMinutes(1)));
        if (!started.succeeded() || !String.join("", started.out()).equals(manifest.python())) {
            throw new UserFailure(
                    "The interpreter in the archive does not start here: "
                            + String.join(" ", started.succeeded() ? started.out() : started.err()),
                    "See that this machine has the C library that Python " + manifest.python()
                            + " wants: one at least as new as that of the machine that packed it is always good.");
        }
    }

    private static UnpackReport report(Path folder, PackedManifest manifest, boolean changed) throws IOException {
        TreeNames names = TreeNames.of(manifest.platform(), manifest.series(), folder);
        return new UnpackReport(
                folder,
                manifest.environment(),
                folder.resolve(names.python()),
                folder.resolve(names.programs()),
                folder.resolve(names.sitePackages()),
                "CPython " + manifest.python() + ", " + manifest.packages()
                        + (manifest.packages() == 1 ? " package" : " packages"),
                changed);
    }

    private static Optional<String> note(Path folder) throws IOException {
        Path note = folder.resolve(NOTE);
        return Files.isRegularFile(note) ? Optional.of(Files.readString(note).strip()) : Optional.empty();
    }

    private static boolean isFree(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!TreeFiles.isFolder(folder)) {
            return false;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
