package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers are those of Python's own {@code packaging}, with pre-releases allowed. */
class VersionSpecifiersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''            | 1.0          | true",
                ">=1           | 1.0          | true",
                ">=2,<3        | 2.9.1        | true",
                ">=2,<3        | 3.0          | false",
                ">=2, <3       | 3.0rc1       | false",
                "<3.0rc2       | 3.0rc1       | true",
                ">2.0          | 2.0.post1    | false",
                ">2.0.post0    | 2.0.post1    | true",
                ">2.0          | 2.0.1        | true",
                ">2.0          | 2.0+local    | false",
                "==1.0         | 1            | true",
                "==1.0         | 1.0+cpu      | true",
                "==1.0+cpu     | 1.0+cpu      | true",
                "==1.0+cpu     | 1.0          | false",
                "==1.0+cpu.1   | 1.0+CPU-1    | true",
                "!=1.0         | 1.0.0        | false",
                "==2.1.*       | 2.1.7        | true",
                "==2.1.*       | 2.1rc1       | true",
                "==2.1.*       | 2.10         | false",
                "!=2.1.*       | 2.10         | true",
                "==1!2.*       | 1!2.3        | true",
                "==2.*         | 1!2.3        | false",
                "~=2.2         | 2.9          | true",
                "~=2.2         | 3.0          | false",
                "~=2.2.1       | 2.2.7        | true",
                "~=2.2.1       | 2.3.0        | false",
                "~=2.2.1       | 2.2.0        | false",
                "~=2.2.post3   | 2.2.post4    | true",
                "===1.0        | 1.0          | true",
                "===1.0        | 1.0.0        | false",
                "<=1.0         | 1.0+cpu      | true",
                "<2            | 2.0.dev1     | false",
                ">=1.0a1       | 1.0a2        | true",
                ">=v1.0        | 1.0          | true",
                "@ https://example.invalid/a.whl | 1.0 | true",
                ">=nonsense    | 1.0          | true",
            })
    void accepts(String specifiers, String version, boolean accepted) {
        assertThat(VersionSpecifiers.parse(specifiers).accepts(version)).isEqualTo(accepted);
    }
}
