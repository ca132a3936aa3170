package io.github.pythonenv.runtime;

import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.platform.Host;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A jar laid out like the real ones, whose interpreter is a shell script: it says what a test wants a Python to say
 * when it is probed.
 */
final class FakeArchive {
    private static final MavenArtifact SOURCE = new MavenArtifact("org.example", "cpython", "3.14.3-1", "here");

    final Distribution distribution;
    private final Path jar;

    private FakeArchive(Distribution distribution, Path jar) {
        this.distribution = distribution;
        this.jar = jar;
    }

    /**
     * Writes one.
     *
     * @param script what the interpreter does, in the language of the shell
     */
    static FakeArchive write(Path jar, Host host, String script) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            entry(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n");
            entry(zip, SOURCE.treePrefix() + "bin/python3.14", "#!/bin/sh\n" + script);
            entry(zip, SOURCE.treePrefix() + "lib/python3.14/ssl.py", "import os\n");
        }
        return new FakeArchive(
                new Distribution(
                        new PythonVersion(3, 14, 3),
                        host.platform().id(),
                        Source.MAVEN,
                        SOURCE,
                        Digests.sha256(jar),
                        new Needs(new Floor.None(), List.of()),
                        Files.size(jar)),
                jar);
    }

    /** What the script prints to pass. */
    static String passing() {
        return "printf 'python\\t3.14.3\\ntry\\tssl\\nworks\\tssl\\nend\\n'\n";
    }

    Supplies supplies() {
        return new Supplies(Catalogue.of(List.of(distribution)), resolver(), Networks.none(), MachinePythons.none());
    }

    private ArtifactResolver resolver() {
        return (groupId, artifactId, version, extension, classifier) -> {
            if (!(groupId + artifactId + version + classifier + extension)
                    .equals("org.examplecpython3.14.3-1herejar")) {
                throw new AssertionError("asked for something else");
            }
            return jar;
        };
    }

    /** Changes the archive after its digest was taken. */
    void spoil() {
        try {
            Files.writeString(jar, "spoilt", StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path jar() {
        return jar;
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
