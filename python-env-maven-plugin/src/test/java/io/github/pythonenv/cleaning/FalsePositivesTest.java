package io.github.pythonenv.cleaning;

import static io.github.pythonenv.cleaning.Shapes.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is called or built like a virtual environment, and is none or is somebody's: not one of it is taken. */
class FalsePositivesTest {

    @TempDir
    Path folder;

    /** Makes something tempting at a place. */
    private interface Temptation {
        void at(Path place) throws Exception;
    }

    private final List<Temptation> temptations = List.of(
            // Settings and sources that have such names.
            place -> Files.writeString(place, "API_TOKEN=secret\n"),
            place -> write(place, "__init__.py", "import os\n"),
            place -> write(place, "settings.production", "DEBUG=0\n"),
            Files::createDirectory,
            // Parts of an environment without the rest.
            place -> write(place, "pyvenv.cfg", "home = /usr/bin\n"),
            place -> write(place, "pyvenv.cfg/home", "home = /usr/bin\n"),
            place -> {
                write(place, "pyvenv.cfg", "# a template: home is filled in\nversion = 3.12\n");
                write(place, "bin/python", "");
            },
            place -> write(place, "bin/python", "#!/bin/sh\nexec python3 \"$@\"\n"),
            place -> write(place, "bin/activate", "export PROJECT_HOME=$PWD\n"),
            place -> {
                write(place, "bin/python", "");
                write(place, "bin/activate", "deactivate() { :; }\nVIRTUAL_ENV=x\n");
            },
            place -> {
                write(place, "bin/tool", "");
                write(place, "lib/libtool.so", "");
                Files.createSymbolicLink(place.resolve("lib64"), Path.of("lib"));
            },
            place -> write(place, "Scripts/build.bat", "mvn verify\n"),
            // What other programs make.
            place -> {
                write(place, "bin/node", "");
                write(place, "bin/python", "");
                write(place, "bin/activate", "NODE_VIRTUAL_ENV=x\n");
                write(place, "lib/python3.12/site-packages/six.py", "");
            },
            place -> {
                write(place, "usr/bin/python", "");
                write(place, "bin/python3", "");
                write(place, "lib/python3/site-packages/six.py", "");
            },
            place -> {
                Shapes.venv(place);
                write(place, "conda-meta/history", "");
            },
            place -> {
                write(place, "bin/pyenv", "");
                Shapes.venv(place.resolve("versions/3.12.3/envs/work"));
            },
            place -> {
                Shapes.venv(place);
                write(place, "pipx_metadata.json", "{}");
            },
            place -> {
                Shapes.venv(place);
                write(place, "uv-receipt.toml", "");
            },
            place -> Shapes.venv(place.resolve("node_modules/gyp/venv")),
            place -> Shapes.venv(place.resolve("site-packages/virtualenv/venv")),
            place -> Shapes.venv(place.resolve(".git/venv")),
            // What somebody would miss.
            place -> {
                Shapes.venv(place);
                write(place, "notes.md", "all my notes\n");
            },
            place -> {
                Shapes.venv(place);
                write(place, "lib/checkout/.git/HEAD", "ref: refs/heads/main\n");
            },
            place -> {
                Shapes.venv(place.resolve("inner"));
                Files.createDirectory(place.resolve(".hg"));
            },
            place -> Files.createSymbolicLink(
                    place,
                    Shapes.venv(place.resolveSibling("..").resolve("../outside").resolve(digest(place)))));

    @Test
    void areNotTaken() throws Exception {
        Path top = Files.createDirectories(folder.toRealPath().resolve("tree"));
        List<Path> places = new ArrayList<>();
        for (Temptation temptation : temptations) {
            for (String name : Evidence.NAMES) {
                Path parent = Files.createDirectories(top.resolve("case-" + places.size()));
                temptation.at(parent.resolve(name));
                places.add(parent.resolve(name));
            }
        }
        Path taken = Shapes.venv(top.resolve("one/.venv"));

        Findings findings = new Search(top, Set.of(), System.getenv()).find();

        assertThat(places).hasSize(200).allSatisfy(place -> assertThat(place).exists());
        assertThat(findings.found()).extracting(Finding::folder).containsExactly(taken);
    }

    private static String digest(Path place) {
        return Integer.toHexString(place.toString().hashCode());
    }
}
