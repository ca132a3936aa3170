package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRequestTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3                    | 3.14.3 | true
            3                    | 4.0.0  | false
            3.14                 | 3.14.0 | true
            3.14                 | 3.1.4  | false
            3.1                  | 3.14.3 | false
            3.14.3               | 3.14.3 | true
            3.14.3               | 3.14.2 | false
            >=3.12               | 3.12.0 | true
            >=3.12               | 3.11.9 | false
            >3.12                | 3.12.0 | false
            >3.12                | 3.12.1 | true
            <=3.13               | 3.13.0 | true
            <=3.13               | 3.13.5 | false
            <3.14                | 3.13.9 | true
            <3.14                | 3.14.0 | false
            ==3.12               | 3.12.0 | true
            ==3.12               | 3.12.1 | false
            ==3.12.1             | 3.12.1 | true
            ==3.12.*             | 3.12.1 | true
            ==3.12.*             | 3.13.0 | false
            ==3.*                | 3.13.0 | true
            3.12.*               | 3.12.1 | true
            !=3.13.*             | 3.13.5 | false
            !=3.13.*             | 3.14.3 | true
            !=3.13               | 3.13.0 | false
            !=3.13               | 3.13.5 | true
            ~=3.13               | 3.14.3 | true
            ~=3.13               | 3.12.1 | false
            ~=3.13               | 4.0.0  | false
            ~=3.13.2             | 3.13.5 | true
            ~=3.13.2             | 3.13.1 | false
            ~=3.13.2             | 3.14.0 | false
            >=3.12,<3.14         | 3.13.5 | true
            >=3.12,<3.14         | 3.14.3 | false
            '>= 3.12 , < 3.14 ,' | 3.13.5 | true
            >=3.12,!=3.13.*,<4   | 3.13.5 | false
            """)
    void acceptsWhatPep440Accepts(String request, String version, boolean accepted) {
        assertThat(VersionRequest.parse(request).accepts(PythonVersion.parse(version)))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "latest",
                "3.",
                ".3",
                "3.14.3.1",
                "3.x",
                "=3.14",
                "===3.14",
                "^3.12",
                "3.14t",
                "3.15.0a1",
                "~=3",
                ">=3.12.*",
                "~=3.12.*",
                ">=",
                "3.12 3.13",
                "-3",
                "v3.14",
                "pypy3.10",
                "3.12;3.13",
                "99999"
            })
    void refusesOtherFormsAndSaysWhichThereAre(String request) {
        assertThatThrownBy(() -> VersionRequest.parse(request))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("'" + request.strip() + "'")
                .extracting(e -> ((UserFailure) e).hint())
                .asString()
                .contains(">=3.12,<3.14");
    }

    @ParameterizedTest
    @CsvSource({"latest,it is neither a version", "pypy3.11,only CPython can be provided", "'>=3,x','''x'' is neither'"
    })
    void saysWhy(String request, String why) {
        assertThatThrownBy(() -> VersionRequest.parse(request)).hasMessageContaining(why);
    }

    @Property
    void aVersionAsksForItself(
            @ForAll @IntRange(max = 9999) int major,
            @ForAll @IntRange(max = 9999) int minor,
            @ForAll @IntRange(max = 9999) int patch) {
        PythonVersion version = new PythonVersion(major, minor, patch);

        assertThat(PythonVersion.parse(version.toString())).isEqualTo(version);
        assertThat(VersionRequest.parse(version.toString()).accepts(version)).isTrue();
        assertThat(VersionRequest.parse(version.series()).accepts(version)).isTrue();
        assertThat(VersionRequest.parse("==" + version).accepts(version)).isTrue();
        assertThat(VersionRequest.parse("!=" + version).accepts(version)).isFalse();
    }

    @Property
    void aBoundSplitsTheVersionsInTwo(
            @ForAll @IntRange(max = 9) int a,
            @ForAll @IntRange(max = 9) int b,
            @ForAll @IntRange(max = 9) int c,
            @ForAll @IntRange(max = 9) int d) {
        PythonVersion version = new PythonVersion(3, a, b);
        String bound = "3." + c + "." + d;

        assertThat(VersionRequest.parse(">=" + bound).accepts(version))
                .isNotEqualTo(VersionRequest.parse("<" + bound).accepts(version))
                .isEqualTo(version.compareTo(PythonVersion.parse(bound)) >= 0);
        assertThat(VersionRequest.parse(">" + bound).accepts(version))
                .isNotEqualTo(VersionRequest.parse("<=" + bound).accepts(version));
        assertThat(VersionRequest.parse("~=" + bound).accepts(version))
                .isEqualTo(
                        VersionRequest.parse(">=" + bound + ",==3." + c + ".*").accepts(version));
    }

    @Property
    void anyTextIsARequestOrAUserFailure(@ForAll @StringLength(max = 20) String text) {
        try {
            VersionRequest request = VersionRequest.parse(text);
            assertThat(VersionRequest.parse(request.text())).isEqualTo(request);
        } catch (UserFailure refused) {
            assertThat(refused.hint()).isNotBlank();
        }
    }
}
