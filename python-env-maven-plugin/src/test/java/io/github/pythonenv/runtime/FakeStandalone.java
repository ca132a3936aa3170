package io.github.pythonenv.runtime;

import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.platform.Host;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive laid out as those of python-build-standalone are, whose interpreter is a shell script. It lies in a folder
 * as in a mirror, below the release's date; its address is one that nobody has.
 */
public final class FakeStandalone {
    static final String HOST = "standalone.invalid";
    private static final String RELEASES = "https://" + HOST + "/owner/project/releases/download/";

    public final Distribution distribution;
    public final Path mirror;

    private FakeStandalone(Distribution distribution, Path mirror) {
        this.distribution = distribution;
        this.mirror = mirror;
    }

    /**
     * Writes one.
     *
     * @param mirror the folder that has the folder of the release
     * @param script what the interpreter does, in the language of the shell
     */
    public static FakeStandalone write(Path mirror, Host host, String version, String script) throws IOException {
        String series = version.substring(0, version.lastIndexOf('.'));
        Map<String, String> files = new TreeMap<>();
        files.put("python/bin/python" + series, "#!/bin/sh\n" + script);
        files.put("python/lib/python" + series + "/ssl.py", "import os\n");
        files.put("python/include/python" + series + "/patchlevel.h", "#define PY_VERSION  \t\"" + version + "\"\n");
        String name = "cpython-" + version + "%2B20260101-install_only_stripped.zip";
        Path file = zip(mirror.resolve("20260101").resolve(name.replace("%2B", "+")), files);
        return new FakeStandalone(
                new Distribution(
                        PythonVersion.parse(version),
                        host.platform().id(),
                        Source.STANDALONE,
                        new RemoteFile(URI.create(RELEASES + "20260101/" + name)),
                        Digests.sha256(file),
                        new Needs(new Floor.None(), List.of()),
                        0),
                mirror);
    }

    /** What the script prints to pass. */
    public static String passing(String version) {
        return "printf 'python\\t" + version + "\\ntry\\tssl\\nworks\\tssl\\nend\\n'\n";
    }

    /** A mirror's address for the folder. */
    public Mirrors mirrors() {
        return new Mirrors(java.util.Optional.of(withoutSlash(mirror.toUri())), java.util.Optional.empty());
    }

    static URI withoutSlash(URI uri) {
        return URI.create(uri.toString().replaceAll("/+$", ""));
    }

    static Path zip(Path file, Map<String, String> files) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
