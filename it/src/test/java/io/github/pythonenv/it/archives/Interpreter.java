package io.github.pythonenv.it.archives;

import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Programs;
import io.github.pythonenv.it.harness.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real interpreter of the shared machine's store, from which archives are made.
 *
 * @param home the root of its installation
 * @param series for example {@code 3.14}
 */
public record Interpreter(Path home, String series) {

    /** The one of that series that the usual Maven artifact becomes; fetched if it is not there. */
    public static synchronized Interpreter of(String series, MavenProject project) {
        Path store = Machine.shared().store();
        return find(store, series).orElseGet(() -> {
            project.maven()
                    .with("-Dpython-env.source=maven", "-Dpython-env.pythonVersion=" + series)
                    .run("python-env:provision")
                    .succeeds();
            return find(store, series).orElseThrow(() -> new AssertionError("no runtime " + series + " in " + store));
        });
    }

    private static Optional<Interpreter> find(Path store, String series) {
        Path runtimes = store.resolve("runtimes");
        if (!Files.isDirectory(runtimes)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(runtimes)) {
            return homes.filter(home -> Files.exists(home.resolve(".complete")))
                    .filter(home -> Files.isExecutable(home.resolve("bin/python" + series)))
                    .findFirst()
                    .map(home -> new Interpreter(home, series));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The interpreter itself. */
    public Path executable() {
        return home.resolve("bin").resolve("python" + series);
    }

    /** Its archive in that format, packed once for all tests. */
    public Path packed(String format) {
        Path archive = Settings.target().resolve("archives").resolve("cpython-" + version() + "." + format);
        synchronized (Interpreter.class) {
            return Files.exists(archive) ? archive : pack(archive, "python");
        }
    }

    /** Its full version, such as {@code 3.14.3}. */
    public String version() {
        return Programs.run(
                home,
                List.of(executable().toString(), "-I", "-c", "import platform; print(platform.python_version())"));
    }

    /**
     * Packs it as python-build-standalone does.
     *
     * @param archive ends in {@code .tar.gz}, {@code .tar.xz}, {@code .tar.zst} or {@code .zip}
     * @param top the folder at the top of the archive; empty for none
     */
    public Path pack(Path archive, String top) {
        try (InputStream script = Interpreter.class.getResourceAsStream("make_archive.py")) {
            Files.createDirectories(archive.getParent());
            Path file = archive.resolveSibling("make_archive.py");
            Files.write(file, script.readAllBytes());
            Path half = archive.resolveSibling("half-" + archive.getFileName());
            Programs.run(
                    archive.getParent(),
                    List.of(executable().toString(), "-I", file.toString(), home.toString(), half.toString(), top));
            Files.move(half, archive, StandardCopyOption.REPLACE_EXISTING);
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of a file, as checksum files write it. */
    public static String sha256(Path file) {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
