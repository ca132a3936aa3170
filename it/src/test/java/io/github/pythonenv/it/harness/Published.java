package io.github.pythonenv.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;

/** The plugin as its users get it: the shaded jar and the flattened POM, put where {@code mvn install} puts them. */
public final class Published {

    private static final Set<Path> INSTALLED = new HashSet<>();

    private Published() {}

    /** The shaded jar. */
    public static Path jar() {
        return plugin().resolve("target/python-env-maven-plugin-" + Settings.version() + ".jar");
    }

    static synchronized void installInto(Path localRepository) {
        if (!INSTALLED.add(localRepository) && Files.isDirectory(localRepository)) {
            return;
        }
        try {
            install(localRepository.resolve("io/github/pythonenv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void install(Path group) throws IOException {
        Path artifact = group.resolve("python-env-maven-plugin");
        Path version = artifact.resolve(Settings.version());
        Files.createDirectories(version);
        String name = "python-env-maven-plugin-" + Settings.version();
        Files.copy(jar(), version.resolve(name + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                plugin().resolve("target/.flattened-pom.xml"),
                version.resolve(name + ".pom"),
                StandardCopyOption.REPLACE_EXISTING);
        // So that the goal prefix and a missing version are understood.
        Files.writeString(group.resolve("maven-metadata-local.xml"), """
                <metadata>
                  <plugins>
                    <plugin>
                      <prefix>python-env</prefix>
                      <artifactId>python-env-maven-plugin</artifactId>
                    </plugin>
                  </plugins>
                </metadata>
                """);
        Files.writeString(artifact.resolve("maven-metadata-local.xml"), """
                <metadata>
                  <groupId>io.github.pythonenv</groupId>
                  <artifactId>python-env-maven-plugin</artifactId>
                  <versioning>
                    <versions>
                      <version>%s</version>
                    </versions>
                  </versioning>
                </metadata>
                """.formatted(Settings.version()));
    }

    private static Path plugin() {
        return Settings.modules().resolve("python-env-maven-plugin");
    }
}
