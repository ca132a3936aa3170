package io.github.pythonenv.registry;

import io.github.pythonenv.platform.Architecture;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.platform.Platform;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A machine in a folder: a root, a home, and interpreters that are shell scripts and count how often they start. */
final class FakeMachine {
    final Path folder;
    private final Map<String, String> variables = new TreeMap<>(Map.of("PATH", "/nonexistent"));

    FakeMachine(Path folder) throws IOException {
        // On some systems the folder for temporary files is a link.
        this.folder = folder.toRealPath();
    }

    FakeMachine variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Machine machine() {
        return on(OperatingSystem.LINUX);
    }

    Machine on(OperatingSystem os) {
        Host host = new Host(new Platform(os, Architecture.X86_64, new Libc.Glibc(2, 36)), "6.1.0", variables, home());
        return new Machine(host, root());
    }

    Path root() {
        return folder.resolve("root");
    }

    Path home() {
        return folder.resolve("home");
    }

    /** Adds an interpreter that says it is of that version, below its installation's folder. */
    Path python(String executable, String version) throws IOException {
        return python(executable, version, Map.of());
    }

    /** @param other facts that it says otherwise */
    Path python(String executable, String version, Map<String, String> other) throws IOException {
        Path file = folder.resolve(executable);
        Map<String, String> facts = new TreeMap<>(Map.of(
                "implementation",
                "cpython",
                "version",
                version,
                "level",
                "final",
                "build",
                version + " (main) [GCC]",
                "executable",
                file.toString(),
                "prefix",
                file.getParent().getParent().toString(),
                "base",
                file.getParent().getParent().toString(),
                "bits",
                "64",
                "machine",
                "x86_64",
                "libc",
                "glibc 2.36"));
        facts.putAll(other);
        StringBuilder script = new StringBuilder("echo >> '" + starts() + "'\n");
        facts.forEach((key, value) -> script.append("printf '%s\\t%s\\n' '" + key + "' '" + value + "'\n"));
        // What the probe wants to hear, and what ends both.
        return program(executable, script + "printf 'python\\t" + version + "\\nend\\t\\n'\n");
    }

    Path program(String executable, String script) throws IOException {
        Path file = folder.resolve(executable);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
        return file;
    }

    Path link(String name, String target) throws IOException {
        Path link = folder.resolve(name);
        Files.createDirectories(link.getParent());
        return Files.createSymbolicLink(link, Path.of(target));
    }

    Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    Store store() {
        return new Store(folder.resolve("store"));
    }

    /** Puts a runtime into the store as if it had been made two hours before {@code now}. */
    Path stored(String name, String version, Instant now) throws IOException {
        String series = version.substring(0, version.lastIndexOf('.'));
        Path python = python("store/runtimes/" + name + "/bin/python" + series, version);
        Path home = python.getParent().getParent();
        Files.writeString(
                home.resolve("python-env-runtime.properties"),
                "version=" + version + "\nplatform=linux-x86_64\nsha256=" + "0".repeat(64)
                        + "\nsize=1\nsource=maven\nmaven=org.example:cpython:jar:linux-x86_64:" + version + "\n");
        Files.createFile(home.resolve(".complete"));
        Files.setLastModifiedTime(home, FileTime.from(now.minus(Duration.ofHours(2))));
        return home;
    }

    /** How often interpreters were started. */
    long started() throws IOException {
        return Files.exists(starts()) ? Files.readAllLines(starts()).size() : 0;
    }

    private Path starts() {
        return folder.resolve("starts");
    }
}
