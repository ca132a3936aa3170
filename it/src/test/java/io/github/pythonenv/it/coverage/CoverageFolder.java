package io.github.pythonenv.it.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Where builds note what they reach: one folder for each jar, so that notes of an older plugin do not count. */
public final class CoverageFolder {

    private CoverageFolder() {}

    /** The folder below {@code target} for that jar. */
    public static Path of(Path target, Path jar) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            return target.resolve("coverage").resolve(HexFormat.of().formatHex(digest, 0, 6));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
