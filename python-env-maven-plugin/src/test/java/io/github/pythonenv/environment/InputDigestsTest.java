package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputDigestsTest {

    private static final Path A = Path.of("/p/requirements.txt");
    private static final Path B = Path.of("/p/base.txt");

    private final InputDigests before = new InputDigests("s", Map.of(A, "1", B, "2"), Map.of());

    @Test
    void namesNoChangeWhereThereIsNone() {
        assertThat(before.changesSince(before)).isEmpty();
    }

    @Test
    void namesTheFileThatChanged() {
        assertThat(new InputDigests("s", Map.of(A, "1", B, "9"), Map.of()).changesSince(before))
                .containsExactly("base.txt changed");
    }

    @Test
    void namesAFileThatIsGoneOrNoLongerAsked() {
        assertThat(new InputDigests("s", Map.of(A, InputDigests.ABSENT), Map.of()).changesSince(before))
                .containsExactlyInAnyOrder("requirements.txt is gone", "base.txt is no longer among the inputs");
    }

    @Test
    void namesAChangedConfiguration() {
        assertThat(new InputDigests("t", before.files(), Map.of()).changesSince(before))
                .containsExactly("the configuration changed");
    }

    @Test
    void fingerprintDependsOnEachPart() {
        String fingerprint = Fingerprint.of("runtime", before);

        assertThat(Fingerprint.of("other", before)).isNotEqualTo(fingerprint);
        assertThat(Fingerprint.of("runtime", new InputDigests("t", before.files(), Map.of())))
                .isNotEqualTo(fingerprint);
        assertThat(Fingerprint.of("runtime", new InputDigests("s", Map.of(A, "1"), Map.of())))
                .isNotEqualTo(fingerprint);
        assertThat(Fingerprint.of("runtime", new InputDigests("s", before.files(), Map.of(B, "3"))))
                .isNotEqualTo(fingerprint);
    }
}
