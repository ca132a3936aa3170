package io.github.pythonenv.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@code settings.xml} of a test's own, in place of the one of whoever runs the tests. */
public final class UserSettings {

    private UserSettings() {}

    /** Writes what stands between {@code <settings>} and {@code </settings>} into a new file of that folder. */
    public static Path of(Path folder, String content) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(
                    Files.createTempFile(folder, "settings-", ".xml"), "<settings>\n" + content + "</settings>\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All repositories are that one, except the local one of whoever runs the tests where a build has that. */
    public static Path onlyRepository(Path folder, String url, String more) {
        return of(folder, """
                  <mirrors>
                    <mirror>
                      <id>only</id>
                      <mirrorOf>*,!%s</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                """.formatted(SettingsFile.SEED, url) + more);
    }
}
