package io.github.pythonenv.packaging;

import io.github.pythonenv.environment.Assembled;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What a tree says of itself, in a file at its top. A properties file: reading it loads no parser.
 *
 * @param environment the name of the environment
 * @param python the version of CPython
 * @param platform the id of the platform that it runs on
 * @param packages how many packages are in it
 */
record Manifest(String environment, String python, String platform, int packages) {

    static final String NAME = "python-env-package.properties";

    private static final String SCHEMA = "1";

    static Manifest of(PackageRequest request, Assembled parts) {
        return new Manifest(request.name(), parts.runtime().version().toString(), request.platform(), parts.packages());
    }

    /** The interpreter's version without the patch. */
    String series() {
        return python.replaceFirst("[.]\\d+$", "");
    }

    /** Writes it to a file of the tree. */
    TreeEntry written(Path folder) throws IOException {
        String text = "schema=" + SCHEMA + "\nenvironment=" + environment + "\npython=" + python + "\nplatform="
                + platform + "\npackages=" + packages + "\n";
        Path file = Files.writeString(folder.resolve(NAME), text, StandardCharsets.UTF_8);
        return new TreeEntry.Content(Part.INTERPRETER, file, false);
    }

    /** The manifest of an unpacked tree; nothing where there is none that this version can read. */
    static Optional<Manifest> of(Path tree) throws IOException {
        Path file = tree.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties fields = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            fields.load(reader);
        }
        String packages = fields.getProperty("packages", "");
        return SCHEMA.equals(fields.getProperty("schema")) && packages.matches("\\d{1,9}")
                ? Optional.of(new Manifest(
                        fields.getProperty("environment", ""),
                        fields.getProperty("python", ""),
                        fields.getProperty("platform", ""),
                        Integer.parseInt(packages)))
                : Optional.empty();
    }
}
