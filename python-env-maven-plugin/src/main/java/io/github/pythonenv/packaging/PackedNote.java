package io.github.pythonenv.packaging;

import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The note beside an archive of what it was made from. Where that is what an archive would be made from now, and the file
 * was not touched, it is the same.
 *
 * @param packed the archive
 * @param made the digest of what it would be made from now
 * @param file where the note lies
 */
record PackedNote(Path packed, String made, Path file) {

    /** Raised when this plugin packs differently from the same parts. */
    private static final String SCHEMA = "3";

    /**
     * The one for an archive that is asked for. Taken before it is packed: what changes meanwhile may not be in it.
     *
     * @param basis what tells what its interpreter and packages are from anything else they could be: a digest
     */
    static PackedNote of(PackageRequest request, String basis) throws IOException {
        return new PackedNote(
                request.file(),
                made(request, basis),
                request.scratch().resolveSibling(request.scratch().getFileName() + ".properties"));
    }

    /** The SHA-256 of the archive, where it is there and nothing that it is made from has changed. */
    Optional<String> upToDate() throws IOException {
        if (!Files.isRegularFile(file) || !Files.isRegularFile(packed)) {
            return Optional.empty();
        }
        Properties noted = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            noted.load(reader);
        }
        return made.equals(noted.getProperty("made")) && archive().equals(noted.getProperty("archive"))
                ? Optional.ofNullable(noted.getProperty("sha256"))
                : Optional.empty();
    }

    /** Writes it. */
    void write(String sha256) throws IOException {
        Files.writeString(
                file, "made=" + made + "\narchive=" + archive() + "\nsha256=" + sha256 + "\n", StandardCharsets.UTF_8);
    }

    private String archive() throws IOException {
        return Files.size(packed) + " " + Files.getLastModifiedTime(packed);
    }

    private static String made(PackageRequest request, String basis) throws IOException {
        PackageSettings settings = request.settings();
        StringBuilder text = new StringBuilder(String.join(
                "\n",
                "schema " + SCHEMA,
                "jdk " + java.lang.Runtime.version(),
                "basis " + basis,
                "environment " + request.name() + " for " + request.platform(),
                "time " + request.time(),
                "format " + settings.format() + " bytecode " + settings.bytecode(),
                "exclude " + settings.exclude() + " keep " + settings.keep()));
        for (Path code : settings.code()) {
            text.append("\ncode ").append(code);
            if (TreeFiles.isFolder(code)) {
                for (Map.Entry<String, TreeEntry> one : new TreeFiles(Part.CODE, code.toRealPath())
                        .find(name -> true)
                        .entrySet()) {
                    text.append('\n')
                            .append(one.getKey())
                            .append(' ')
                            .append(one.getValue().digest());
                }
            }
        }
        return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
