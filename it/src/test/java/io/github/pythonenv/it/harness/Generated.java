package io.github.pythonenv.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A project that the archetype has made.
 *
 * @param project the project, in a folder with a {@code .mvn} above it
 */
public record Generated(MavenProject project) {

    /** A secret for Python's code, never given to anyone; in two parts, so that no scanner takes this file for a leak. */
    public static final String LEAK = "KEY = \"AKIA" + "Q3EGPZ7LVW5XD2MN\"\n";

    /**
     * Lets the archetype plugin make one.
     *
     * @param artifactId also the name of its folder
     * @param answers such as {@code template=web}
     */
    public static Generated in(Projects projects, String artifactId, String... answers) {
        MavenProject folder = projects.empty("generated");
        run(folder.maven(), artifactId, answers).succeeds();
        return new Generated(new MavenProject(folder.file(artifactId)));
    }

    /** The call, however it ends. */
    public static Build run(MavenRun maven, String artifactId, String... answers) {
        List<String> options = new ArrayList<>(
                List.of("-DgroupId=com.example", "-DartifactId=" + artifactId, "-Dversion=1.0-SNAPSHOT"));
        Stream.of(answers).map(answer -> "-D" + answer).forEach(options::add);
        return withArchetype(maven).with(options.toArray(String[]::new)).run(generate());
    }

    /** The call as a dialogue, with a line for each question, however it ends. */
    public static Build dialogue(MavenRun maven, String... lines) {
        return withArchetype(maven)
                .with("-DinteractiveMode=true", "-DaskForDefaultPropertyValues")
                .answering(List.of(lines), generate());
    }

    private static MavenRun withArchetype(MavenRun maven) {
        return maven.with(
                "-DarchetypeGroupId=io.github.pythonenv",
                "-DarchetypeArtifactId=python-env-archetype",
                "-DarchetypeVersion=" + Settings.version());
    }

    private static String generate() {
        return "org.apache.maven.plugins:maven-archetype-plugin:" + Settings.archetypePlugin() + ":generate";
    }

    /** Puts it under version control, with all that is not ignored. */
    public void commit() {
        List.of(
                        List.of("git", "init", "--quiet"),
                        List.of("git", "add", "--all"),
                        List.of(
                                "git",
                                "-c",
                                "user.name=Ann",
                                "-c",
                                "user.email=ann@example.com",
                                "commit",
                                "-qm",
                                "All"))
                .forEach(command -> Programs.run(project.folder(), command));
    }

    /** What git sees that was not committed, a line each. */
    public String uncommitted() {
        return Programs.run(project.folder(), List.of("git", "status", "--porcelain", "--untracked-files=all"));
    }

    /** All its files, sorted. */
    public List<String> files() {
        Path root = project.folder();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The headings of a Markdown file, as they are written. */
    public List<String> headings(String file) {
        List<String> headings = new ArrayList<>();
        boolean code = false;
        for (String line : project.read(file).lines().toList()) {
            code ^= line.startsWith("```");
            if (!code && line.matches("#+ .*")) {
                headings.add(line);
            }
        }
        return headings;
    }
}
