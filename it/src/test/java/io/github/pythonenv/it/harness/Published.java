package io.github.pythonenv.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;

/** Plugin and archetype as their users get them: jars and flattened POMs, put where {@code mvn install} puts them. */
public final class Published {

    private static final String PLUGIN = "python-env-maven-plugin";

    private static final Set<Path> INSTALLED = new HashSet<>();

    private Published() {}

    /** The plugin: the shaded jar. */
    public static Path jar() {
        return jar(PLUGIN);
    }

    static synchronized void installInto(Path localRepository) {
        if (!INSTALLED.add(localRepository) && Files.isDirectory(localRepository)) {
            return;
        }
        try {
            Path group = localRepository.resolve("io/github/pythonenv");
            install(PLUGIN, group);
            install("python-env-archetype", group);
            describe(group);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void install(String artifact, Path group) throws IOException {
        Path version = group.resolve(artifact).resolve(Settings.version());
        Files.createDirectories(version);
        copy(jar(artifact), version.resolve(artifact + "-" + Settings.version() + ".jar"));
        copy(
                Settings.modules().resolve(artifact).resolve("target/.flattened-pom.xml"),
                version.resolve(artifact + "-" + Settings.version() + ".pom"));
    }

    private static void describe(Path group) throws IOException {
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
        Files.writeString(group.resolve(PLUGIN).resolve("maven-metadata-local.xml"), """
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

    private static Path jar(String artifact) {
        return Settings.modules()
                .resolve(artifact)
                .resolve("target")
                .resolve(artifact + "-" + Settings.version() + ".jar");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
