package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pythonenv.it.archives.Interpreter;
import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Programs;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code image} makes is an image to other tools, changes by layers, and runs where nothing is but its own layers
 * and a C library.
 */
@ExtendWith(ProjectsOfTest.class)
@EnabledOnOs(OS.LINUX)
@Tag("network")
class ImageIT {

    private static final Path SKOPEO = Path.of("/usr/bin/skopeo");
    private static final Path UNSHARE = Path.of("/usr/bin/unshare");
    private static final Path CHROOT = Path.of("/usr/sbin/chroot");

    @Test
    void runsFromItsLayersAlone(Projects projects) throws IOException {
        MavenProject project = project(projects);
        Build refused = project.maven().run("python-env:image").fails();
        assertThat(refused.output()).contains("There is no base image", "docker save");

        base(project);
        project.maven()
                .with("-Dpython-env.image.format=oci", "-Dpython-env.outputFile=layout.json")
                .run("python-env:image")
                .succeeds();
        JsonNode layout = image(project, "layout.json");
        project.write("src/main/python/job.py", "print('another')\n");
        project.maven()
                .with("-Dpython-env.outputFile=archive.json")
                .run("python-env:image")
                .succeeds();
        JsonNode archive = image(project, "archive.json");

        assertThat(digests(layout)).hasSize(4);
        assertThat(digests(archive).subList(0, 3)).isEqualTo(digests(layout).subList(0, 3));
        assertThat(digests(archive).get(3)).isNotEqualTo(digests(layout).get(3));
        Path folder = Path.of(layout.path("file").asString());
        for (JsonNode layer : layers(layout)) {
            assertThat("sha256:" + Interpreter.sha256(blob(folder, layer)))
                    .isEqualTo(layer.path("digest").asString());
        }
        if (Files.exists(SKOPEO)) {
            takesIt(projects, layout, "oci:" + folder + ":1");
            takesIt(projects, archive, "docker-archive:" + archive.path("file").asString());
        }
        run(projects, folder, layout);
    }

    private static MavenProject project(Projects projects) {
        return projects.copy("requirements")
                .write("requirements.txt", "markupsafe==3.0.3\n")
                .write("python-env.json", """
                    {
                      "image": {
                        "base": "base",
                        "command": ["-m", "job"],
                        "entrypoint": ["/opt/python-env/bin/python"],
                        "variables": {"GREETING": "hello"}
                      },
                      "optimization": {"memory": {"malloc_arena_max": 2}},
                      "packaging": {"bytecode": false}
                    }
                    """)
                .write("src/main/python/job.py", """
                    import os
                    import sys
                    import markupsafe._speedups
                    print(os.getuid(), sys.prefix, os.environ["GREETING"], os.environ["MALLOC_ARENA_MAX"])
                    """);
    }

    /** An image of this machine's C library, as docker save wrote one for years. */
    private static void base(MavenProject project) throws IOException {
        Path base = Files.createDirectories(project.file("base"));
        String python = project.venv().program("python").toString();
        Programs.run(base, List.of("/bin/sh", "-c", """
            PATH=/usr/bin:/bin
            loader=$(ldd "$(realpath '%1$s')" | grep -oE '/[^ ]*/ld-[^ ]*')
            library=$(ldd "$(realpath '%1$s')" | grep -oE '/[^ ]*/libc[.]so')
            cd / && tar chf "$OLDPWD/layer.tar" "${loader#/}" \\
                $(for one in c m dl rt util pthread; do ls "$(dirname "${library#/}")"/lib$one.so.[0-9]; done)
            """.formatted(python)));
        project.write("base/config.json", """
            {"architecture": "%s", "os": "linux", "config": {"Env": ["LANG=C.UTF-8"]},
             "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]}}
            """.formatted(
                        System.getProperty("os.arch").equals("amd64") ? "amd64" : "arm64",
                        Interpreter.sha256(base.resolve("layer.tar"))));
        project.write("base/manifest.json", """
            [{"Config": "config.json", "RepoTags": ["base:1"], "Layers": ["layer.tar"]}]
            """);
    }

    /** Another tool copies it, which compares every digest, and finds in it what was said. */
    private static void takesIt(Projects projects, JsonNode image, String place) {
        Path copy = projects.folder().resolve("copy-" + image.path("format").asString());
        Programs.run(
                projects.folder(),
                List.of(SKOPEO.toString(), "--insecure-policy", "copy", place, "oci:" + copy + ":1"));
        JsonNode found = JsonMapper.shared()
                .readTree(Programs.run(
                        projects.folder(), List.of(SKOPEO.toString(), "inspect", "--config", "oci:" + copy + ":1")));
        assertThat(found.path("rootfs").path("diff_ids").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(layers(image)
                        .valueStream()
                        .map(layer -> layer.path("diffId").asString())
                        .toList());
        assertThat(found.path("config").path("User").asString()).isEqualTo("10001:10001");
    }

    private static void run(Projects projects, Path folder, JsonNode image) throws IOException {
        Path root = Files.createDirectories(projects.folder().resolve("root"));
        for (JsonNode layer : layers(image)) {
            Programs.run(root, List.of("/bin/sh", "-c", "PATH=/usr/bin:/bin exec tar xf " + blob(folder, layer)));
        }
        Path id = folder.resolve("blobs")
                .resolve(image.path("platforms").path(0).path("id").asString().replace(':', '/'));
        JsonNode process = JsonMapper.shared().readTree(id.toFile()).path("config");
        assertThat(process.path("Env").toString())
                .isEqualTo("[\"PATH=/opt/python-env/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\","
                        + "\"LANG=C.UTF-8\",\"GREETING=hello\",\"MALLOC_ARENA_MAX=2\"]");
        assumeTrue(
                Files.exists(CHROOT) && Files.exists(UNSHARE) && mayMount(),
                "only who may mount can start a program with another root folder");
        // The loader finds the interpreter's library by /proc/self/exe, as in any container.
        Files.createDirectories(root.resolve("proc"));
        List<String> line = new ArrayList<>(List.of(UNSHARE.toString(), "--mount", "/bin/sh", "-c"));
        line.addAll(List.of("PATH=/usr/bin:/bin mount --rbind /proc proc && exec \"$@\"", "sh"));
        line.addAll(List.of("/usr/bin/env", "-i"));
        process.path("Env").forEach(one -> line.add(one.asString()));
        line.addAll(
                List.of(CHROOT.toString(), "--userspec=" + process.path("User").asString(), root.toString()));
        process.path("Entrypoint").forEach(one -> line.add(one.asString()));
        process.path("Cmd").forEach(one -> line.add(one.asString()));
        assertThat(Programs.run(root, line)).isEqualTo("10001 /opt/python-env hello 2");
    }

    private static boolean mayMount() throws IOException {
        try {
            return new ProcessBuilder(UNSHARE.toString(), "--mount", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode image(MavenProject project, String file) {
        return JsonMapper.shared().readTree(project.read(file)).path("images").get(0);
    }

    private static JsonNode layers(JsonNode image) {
        return image.path("platforms").path(0).path("layers");
    }

    private static List<String> digests(JsonNode image) {
        return layers(image)
                .valueStream()
                .map(layer -> layer.path("digest").asString())
                .toList();
    }

    private static Path blob(Path folder, JsonNode layer) {
        return folder.resolve("blobs").resolve(layer.path("digest").asString().replace(':', '/'));
    }
}
