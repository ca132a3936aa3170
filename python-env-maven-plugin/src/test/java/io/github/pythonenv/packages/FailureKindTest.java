package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What uv 0.13.8 said, and what to do then. */
class FailureKindTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "error: Group `doc` is not defined in any project's `dependency-groups` table | <groups>",
                "error: Extra `gui` is not defined in the project's `optional-dependencies` table | <extras>",
                "error: Could not find root package `c` | <members>",
                "error: invalid value 'yesterday' for '--exclude-newer <EXCLUDE_NEWER>': `yesterday` could not be parsed"
                        + " as a valid exclude-newer value (expected a date like `2024-01-01`) | <excludeNewer>",
            })
    void namesWhatToCorrect(String said, String setting) {
        assertThat(FailureKind.hintFor(said)).contains("Correct ", setting);
    }

    @Test
    void aLockThatNamesNoFile() {
        assertThat(FailureKind.hintFor(
                        "error: Package `humanize` must include one of: `wheels`, `directory`, `archive`,"
                                + " `sdist`, or `vcs`"))
                .contains("Make it anew with the tool that wrote it");
    }

    /** As uv 0.13.8 says it of a server of the JDK that wants a certificate. */
    @Test
    void aServerThatEndsTheConnectionMayWantACertificate() {
        String reset = """
                error: Failed to fetch: `%s://index.example.test/simple/inside/`
                  Caused by: error sending request for url (%s://index.example.test/simple/inside/)
                  Caused by: client error (SendRequest)
                  Caused by: connection error
                  Caused by: Connection reset by peer (os error 104)
                """;

        assertThat(FailureKind.hintFor(reset.replace("%s", "https"))).contains("<clientCertificate>");
        assertThat(FailureKind.hintFor(reset.replace("%s", "http")))
                .contains("could not be reached")
                .doesNotContain("<clientCertificate>");
    }

    @Test
    void aClientCertificateThatIsMissing() {
        assertThat(FailureKind.hintFor("""
                        error: Failed to fetch: https://127.0.0.1:8766/simple/foo/
                          cause: client error (SendRequest)
                          cause: connection error
                          cause: received fatal alert: CertificateRequired""")).contains("<clientCertificate>");
    }
}
