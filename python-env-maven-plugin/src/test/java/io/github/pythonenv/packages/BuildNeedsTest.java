package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildNeedsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "error: [Errno 2] No such file or directory: 'gcc' | gcc",
                "error: [Errno 2] No such file or directory: 'x86_64-linux-gnu-g++' | x86_64-linux-gnu-g++",
                "error: command 'cc' failed: No such file or directory | cc",
                "unable to execute 'clang': No such file or directory | clang",
                "error: linker `cc` not found | cc",
                "error: Microsoft Visual C++ 14.0 or greater is required. | Microsoft Visual C++ 14.0",
                "../meson.build:1:0: ERROR: Unknown compiler(s): [['icc'], ['gcc']] | icc",
                "  No CMAKE_C_COMPILER could be found. | CMAKE_C_COMPILER"
            })
    void aCompiler(String said, String name) {
        assertThat(BuildNeeds.in("x\n" + said + "\ny"))
                .hasValueSatisfying(hint ->
                        assertThat(hint).contains("needs a compiler, and " + name, "build-essential", "wheelsOnly"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "src/x.c:3:10: fatal error: libpq-fe.h: No such file or directory | libpq-fe.h | libpq-dev",
                "x.c:1:10: fatal error: 'openssl/ssl.h' file not found | openssl/ssl.h | libssl-dev",
                "x.c(1): fatal error C1083: Cannot open include file: 'zlib.h': No such file | zlib.h | zlib1g-dev",
                "x.c:1:10: fatal error: our/own.h: No such file or directory | our/own.h | package for development"
            })
    void aHeader(String said, String name, String install) {
        assertThat(BuildNeeds.in(said))
                .hasValueSatisfying(hint -> assertThat(hint).contains("the header " + name + ",", install));
    }

    @Test
    void rust() {
        assertThat(BuildNeeds.in("error: can't find Rust compiler"))
                .hasValueSatisfying(hint -> assertThat(hint).contains("cargo"));
    }

    @Test
    void nothingForOtherReasons() {
        assertThat(BuildNeeds.in("ModuleNotFoundError: No module named 'numpy'"))
                .isEmpty();
        assertThat(FailureKind.hintFor("Failed to build `bad`\nModuleNotFoundError: No module named 'numpy'"))
                .contains("There is no ready-made wheel");
        assertThat(FailureKind.hintFor("Failed to build `bad`\nerror: [Errno 2] No such file or directory: 'gcc'"))
                .contains("needs a compiler");
    }
}
