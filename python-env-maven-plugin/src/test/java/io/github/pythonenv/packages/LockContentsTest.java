package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockContentsTest {

    private static final String UV_LOCK = """
            version = 1

            [[package]]
            name = "demo"
            version = "1"
            source = { virtual = "." }

            [[package]]
            name = "click"
            version = "8.1.7"
            source = { registry = "index" }
            wheels = [{ url = "click.whl", hash = "sha256:aa" }]

            [[package]]
            name = "gone"
            version = "1.0"
            source = { registry = "index" }

            [[package]]
            name = "numpy"
            version = "2.10.0"
            source = { registry = "index" }

            [[package]]
            name = "numpy"
            version = "2.9.0"
            source = { registry = "index" }

            [[package]]
            name = "tool"
            version = "0.1"
            source = { git = "https://example.org/tool?rev=main#0123456789abcdef0123456789abcdef01234567" }
            """;

    @Test
    void tellsWhatChanged() {
        String now = UV_LOCK.replace("8.1.7", "8.1.6")
                .replace("\"gone\"", "\"come\"")
                .replace("2.10.0", "2.11.0")
                .replace("0123456789abcdef0", "fedcba9876543210f");

        assertThat(LockContents.parse(now).since(LockContents.parse(UV_LOCK)))
                .extracting(LockChange::toString)
                .containsExactly(
                        "down click 8.1.7 → 8.1.6",
                        "added come 1.0",
                        "removed gone 1.0",
                        "up numpy 2.9.0, 2.10.0 → 2.9.0, 2.11.0",
                        "changed tool 0.1 @012345678 → 0.1 @fedcba987");
    }

    @Test
    void tellsFilesThatAreLockedNoMore() {
        String other = UV_LOCK.replace("sha256:aa", "sha256:bb");
        String more = UV_LOCK.replace(
                "hash = \"sha256:aa\" }", "hash = \"sha256:aa\" }, { url = \"x\", hash = \"sha256:cc\" }");

        assertThat(LockContents.parse(other).since(LockContents.parse(UV_LOCK)))
                .extracting(LockChange::toString)
                .containsExactly("other files of click 8.1.7");
        assertThat(LockContents.parse(more).since(LockContents.parse(UV_LOCK)))
                .as("a wheel for one more platform is none")
                .isEmpty();
    }

    @Test
    void readsWhatPep751Writes() {
        String pylock = """
                lock-version = "1.0"
                packages = [
                  { name = "click", version = "8.1.7", wheels = [{ url = "u", hashes = { sha256 = "aa" } }] },
                  { name = "mine", directory = { path = "." } },
                  { name = "tool", vcs = { type = "git", commit-id = "0123456789abcdef" } },
                ]
                """;

        assertThat(LockContents.parse(pylock).since(LockContents.NONE))
                .extracting(LockChange::toString)
                .containsExactly("added click 8.1.7", "added tool @012345678");
        assertThat(LockContents.parse(pylock).since(LockContents.parse(UV_LOCK)))
                .extracting(LockChange::name)
                .as("the same hash in both formats")
                .doesNotContain("click");
    }
}
