package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoaderHintsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            libreadline.so.8: cannot open shared object file: No such file or directory | package libreadline8
            libbz2.so.1.0: cannot open shared object file: No such file                 | a link of that name
            libodd-x.so.3: cannot open shared object file: No such file                 | the package of this system
            python3.14: error while loading shared libraries: libz.so.1: cannot open shared object file | zlib1g
            /lib/libc.so.6: version `GLIBC_2.35' not found (required by python3.14)     | an older Python
            Library not loaded: /opt/homebrew/opt/xz/lib/liblzma.5.dylib Referenced from | brew install xz
            """)
    void saysWhatToInstall(String complaint, String hint) {
        assertThat(LoaderHints.hint(complaint))
                .hasValueSatisfying(text -> assertThat(text).contains(hint));
    }

    @Test
    void knowsAPackageForEachLibraryOfTheCatalogueOnLinux() {
        assertThat(Catalogue.builtIn().distributions())
                .filteredOn(one -> one.platform().startsWith("linux"))
                .flatExtracting(one -> one.needs().libraries())
                .allSatisfy(library -> assertThat(LoaderHints.hint(library + ": cannot open shared object file"))
                        .hasValueSatisfying(hint -> assertThat(hint).contains("Debian")));
    }

    @Test
    void saysNothingOfOtherErrors() {
        assertThat(LoaderHints.hint("No module named '_tkinter'")).isEmpty();
    }
}
