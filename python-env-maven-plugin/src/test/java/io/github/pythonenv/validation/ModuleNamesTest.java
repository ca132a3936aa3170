package io.github.pythonenv.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleNamesTest {

    private static final List<String> SUFFIXES = List.of(".cpython-314-x86_64-linux-gnu.so", ".abi3.so", ".so");

    @TempDir
    Path sitePackages;

    @Test
    void top() {
        assertThat(names(
                                "numpy/__init__.py",
                                "numpy/linalg/__init__.py",
                                "six.py",
                                "_fast.abi3.so",
                                "_cffi_backend.cpython-314-x86_64-linux-gnu.so",
                                "google/protobuf/__init__.py",
                                "google/protobuf/internal/__init__.py",
                                "google/cloud/storage/__init__.py",
                                "tests/__init__.py",
                                "numpy/tests/__init__.py",
                                "__editable___mine_finder.py",
                                "numpy-2.0.dist-info/METADATA",
                                "data/table.csv",
                                "share/doc/conf.py",
                                "../../../bin/f2py",
                                "with-dash/__init__.py",
                                "__pycache__/six.cpython-314.pyc")
                        .top())
                .containsExactly("_cffi_backend", "_fast", "google.cloud.storage", "google.protobuf", "numpy", "six");
    }

    @Test
    void extensions() throws IOException {
        write("a/_core.cpython-314-x86_64-linux-gnu.so", "");
        write("a/plain.so", "…PyInit_plain…");
        write("a/libother.so", "no module");
        write("a/__init__.abi3.so", "");
        write("a/tests/_test.abi3.so", "");

        assertThat(names(
                                "a/_core.cpython-314-x86_64-linux-gnu.so",
                                "a/plain.so",
                                "a/libother.so",
                                "a/gone.so",
                                "a/__init__.abi3.so",
                                "a/tests/_test.abi3.so",
                                "a/__init__.py",
                                "a.libs/libz-1.so.1")
                        .extensions(sitePackages))
                .containsExactly("a._core", "a.plain", "a");
    }

    private static ModuleNames names(String... files) {
        return new ModuleNames(List.of(files), SUFFIXES);
    }

    private void write(String file, String text) throws IOException {
        Path path = sitePackages.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
