package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What a packed environment says of itself, in a file at the top of its tree. A properties file: reading it loads no
 * parser.
 *
 * @param environment the name of the environment
 * @param python the version of CPython
 * @param platform the id of the platform that it runs on, with {@code -musl} at its end where that is the C library
 * @param packages how many packages are in it
 */
public record PackedManifest(String environment, String python, String platform, int packages) {

    /** The file. */
    public static final String NAME = "python-env-package.properties";

    private static final String SCHEMA = "1";

    /** The interpreter's version without the patch. */
    public String series() {
        return python.replaceFirst("[.]\\d+$", "");
    }

    /** Writes it into a folder, and gives its file. */
    public Path write(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve(NAME),
                "schema=" + SCHEMA + "\nenvironment=" + environment + "\npython=" + python + "\nplatform=" + platform
                        + "\npackages=" + packages + "\n",
                StandardCharsets.UTF_8);
    }

    /**
     * The manifest of an unpacked tree that is to be used here.
     *
     * @param archive what the tree came out of, for a person
     * @param here the full id of this machine's platform
     * @throws UserFailure where there is none that this version can read, or it is for another platform
     */
    public static PackedManifest required(Path tree, String archive, String here) throws IOException {
        PackedManifest manifest = of(tree, archive);
        if (!manifest.platform.equals(here)) {
            throw new UserFailure(
                    archive + " is an environment for " + manifest.platform + "; this machine is " + here + ".",
                    "Take the archive for " + here + ": {platform} in its coordinates stands for it.");
        }
        return manifest;
    }

    /**
     * The manifest of an unpacked tree.
     *
     * @param archive what the tree came out of, for a person
     * @throws UserFailure where there is none that this version can read
     */
    public static PackedManifest of(Path tree, String archive) throws IOException {
        return read(tree)
                .orElseThrow(() -> new UserFailure(
                        archive + " is no environment that this version of python-env can unpack: it has no " + NAME
                                + ".",
                        "Name an archive that mvn python-env:package wrote."));
    }

    private static Optional<PackedManifest> read(Path tree) throws IOException {
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
                ? Optional.of(new PackedManifest(
                        fields.getProperty("environment", ""),
                        fields.getProperty("python", ""),
                        fields.getProperty("platform", ""),
                        Integer.parseInt(packages)))
                : Optional.empty();
    }
}
