package io.github.pythonenv.it.benchmark;

import io.github.pythonenv.it.harness.Maven;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plugin with one goal that does nothing, and with no dependencies: the least that a build pays for any plugin. */
final class NothingPlugin {

    private NothingPlugin() {}

    /** Compiles it, and puts it where {@code mvn install} would. */
    static void installInto(Path localRepository, Projects projects) throws IOException {
        MavenProject sources = projects.copy("benchmark/nothing-maven-plugin", "nothing-maven-plugin");
        Path classes = Compiler.compile(sources.file("NothingMojo.java"), classPath(Maven.USUAL.home()));
        Path version = Files.createDirectories(localRepository.resolve("com/example/nothing-maven-plugin/1"));
        try (JarOutputStream jar =
                new JarOutputStream(Files.newOutputStream(version.resolve("nothing-maven-plugin-1.jar")))) {
            add(jar, "META-INF/maven/plugin.xml", sources.file("META-INF/maven/plugin.xml"));
            add(jar, "com/example/NothingMojo.class", classes.resolve("com/example/NothingMojo.class"));
        }
        Files.copy(sources.file("pom.xml"), version.resolve("nothing-maven-plugin-1.pom"));
    }

    private static String classPath(Path maven) throws IOException {
        try (Stream<Path> jars = Files.list(maven.resolve("lib"))) {
            return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static void add(JarOutputStream jar, String name, Path file) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        Files.copy(file, jar);
        jar.closeEntry();
    }
}
