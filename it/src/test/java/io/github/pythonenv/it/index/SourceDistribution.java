package io.github.pythonenv.it.index;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package that has no wheel, as an archive of its sources. */
public final class SourceDistribution {

    private SourceDistribution() {}

    /**
     * Writes it into a folder, which is made. As a ZIP: Java has no tar.
     *
     * @param sources texts by file, but for the metadata
     */
    public static void write(Path folder, String name, String version, Map<String, String> sources) throws IOException {
        Map<String, String> files = new TreeMap<>(sources);
        files.put("PKG-INFO", "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n");
        String root = name + "-" + version;
        try (OutputStream out =
                        Files.newOutputStream(Files.createDirectories(folder).resolve(root + ".zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(root + "/" + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
