package io.github.pythonenv.it.benchmark;

import io.github.pythonenv.it.harness.Folders;
import io.github.pythonenv.it.harness.MavenProject;
import java.util.stream.IntStream;

/** The ten modules that all reactors of the benchmarks have: bare ones, each with its requirements. */
final class Modules {

    static final int COUNT = 10;

    private Modules() {}

    /** Writes them into a project whose POM names them. */
    static MavenProject in(MavenProject reactor, String requirements) {
        // The parent itself asks for no environment.
        Folders.gone(reactor.file("requirements.txt"));
        IntStream.rangeClosed(1, COUNT)
                .mapToObj("module-%02d"::formatted)
                .forEach(module -> reactor.write(module + "/requirements.txt", requirements)
                        .write(module + "/pom.xml", """
                        <project>
                          <modelVersion>4.0.0</modelVersion>
                          <parent>
                            <groupId>com.example</groupId>
                            <artifactId>reactor</artifactId>
                            <version>1</version>
                          </parent>
                          <artifactId>%s</artifactId>
                        </project>
                        """.formatted(module)));
        return reactor;
    }
}
