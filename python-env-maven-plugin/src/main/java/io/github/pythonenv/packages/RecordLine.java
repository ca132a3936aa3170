package io.github.pythonenv.packages;

import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A line of a RECORD. Source: "The RECORD file" of the Python packaging specifications: path, digest and size in bytes,
 * with paths relative to site-packages.
 *
 * @param file the path, with slashes
 * @param digest empty for RECORD itself and bytecode
 * @param size empty where there is no digest, as a rule
 */
public record RecordLine(String file, String digest, String size) {

    /** Reads one; a line with no comma is a path alone. */
    public static RecordLine of(String line) {
        int size = line.lastIndexOf(',');
        int digest = line.lastIndexOf(',', size - 1);
        return digest <= 0
                ? new RecordLine(unquoted(size > 0 ? line.substring(0, size) : line), "", "")
                : new RecordLine(
                        unquoted(line.substring(0, digest)),
                        line.substring(digest + 1, size),
                        line.substring(size + 1));
    }

    /** That of a file as it is, by the digest that such lines have. */
    public static RecordLine taken(String file, Path content) throws IOException {
        byte[] digest = HexFormat.of().parseHex(Digests.sha256(content));
        return new RecordLine(
                file,
                "sha256=" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
                String.valueOf(Files.size(content)));
    }

    /** The same of another path. */
    public RecordLine at(String other) {
        return new RecordLine(other, digest, size);
    }

    /** As it stands in the file. */
    public String text() {
        boolean quoted = file.contains(",") || file.contains("\"");
        return (quoted ? '"' + file.replace("\"", "\"\"") + '"' : file) + "," + digest + "," + size;
    }

    private static String unquoted(String field) {
        return field.length() > 1 && field.startsWith("\"")
                ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
                : field;
    }
}
