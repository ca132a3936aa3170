package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A project of one module with a build backend of its own, so that building it needs nothing else.
 *
 * @param folder where it is
 * @param name also of the module
 */
record LocalSources(Path folder, String name) {

    private static final String BACKEND = """
            import os, zipfile

            NAME = '@NAME@'
            METADATA = 'Metadata-Version: 2.1\\nName: @NAME@\\nVersion: 0.1\\n@REQUIRES@'

            def write(folder, module, text):
                info = NAME + '-0.1.dist-info/'
                files = {module: text, info + 'METADATA': METADATA,
                         info + 'WHEEL': 'Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n'}
                files[info + 'RECORD'] = ''.join(name + ',,\\n' for name in files)
                wheel = NAME + '-0.1-py3-none-any.whl'
                with zipfile.ZipFile(os.path.join(folder, wheel), 'w') as archive:
                    for name, text in files.items():
                        archive.writestr(name, text)
                return wheel

            def build_wheel(folder, config=None, metadata=None):
                return write(folder, NAME + '.py', open(NAME + '.py').read())

            def build_editable(folder, config=None, metadata=None):
                return write(folder, NAME + '.pth', os.getcwd())
            """;

    static LocalSources in(Path folder, String name, String... requires) throws IOException {
        Files.createDirectories(folder);
        String dependencies =
                List.of(requires).stream().map(one -> "\"" + one + "\"").collect(Collectors.joining(", "));
        Files.writeString(folder.resolve("pyproject.toml"), """
                [project]
                name = "%s"
                version = "0.1"
                dependencies = [%s]

                [build-system]
                requires = []
                build-backend = "backend"
                backend-path = ["."]
                """.formatted(name, dependencies));
        String metadata = List.of(requires).stream()
                .map(one -> "Requires-Dist: " + one + "\\n")
                .collect(Collectors.joining());
        Files.writeString(
                folder.resolve("backend.py"), BACKEND.replace("@NAME@", name).replace("@REQUIRES@", metadata));
        LocalSources sources = new LocalSources(folder, name);
        sources.write("0");
        return sources;
    }

    /** Changes the module. */
    void write(String state) throws IOException {
        Files.writeString(folder.resolve(name + ".py"), "state = '" + state + "'\n");
    }
}
