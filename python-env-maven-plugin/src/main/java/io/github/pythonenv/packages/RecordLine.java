package io.github.pythonenv.packages;

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

    private static String unquoted(String field) {
        return field.length() > 1 && field.startsWith("\"")
                ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
                : field;
    }
}
