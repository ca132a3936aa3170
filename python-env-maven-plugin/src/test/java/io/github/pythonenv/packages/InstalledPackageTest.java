package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledPackageTest {

    @TempDir
    Path sitePackages;

    private InstalledPackage installed;

    @BeforeEach
    void install() throws IOException {
        Path metadata = Files.createDirectory(sitePackages.resolve("shop-1.0.dist-info"));
        installed = InstalledPackage.of(sitePackages, metadata);
    }

    @Test
    void saysWhichPythonItIsFor() throws IOException {
        assertThat(installed.requiresPython()).isEmpty();

        metadata("requires-python: >=3.10\n\nRequires-Python: >=4\n");
        assertThat(installed.requiresPython()).isEqualTo(">=3.10");

        metadata("\nRequires-Python: >=4\n");
        assertThat(installed.requiresPython()).isEmpty();
    }

    @Test
    void recordsWhatWasInstalled() throws IOException {
        assertThatThrownBy(installed::files).isInstanceOf(IOException.class);
        assertThat(size()).isEqualTo(new InstalledFiles.Size(0, 0));

        Files.writeString(installed.metadata().resolve("RECORD"), """
                shop/__init__.py,sha256=abc,12
                "shop/a, b.txt",sha256=def,30
                shop-1.0.dist-info/RECORD,,
                """);
        assertThat(installed.files()).containsExactly("shop/__init__.py", "shop/a, b.txt", "shop-1.0.dist-info/RECORD");
        assertThat(size()).isEqualTo(new InstalledFiles.Size(42, 3));
    }

    private InstalledFiles.Size size() {
        return new InstalledFiles(installed, sitePackages).size();
    }

    private void metadata(String fields) throws IOException {
        Files.writeString(installed.metadata().resolve("METADATA"), "Metadata-Version: 2.4\nName: shop\n" + fields);
    }
}
