package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackagedPlatformTest {

    @Test
    void takesEachPlatformOnceAndThisOneWhereNoneIsNamed() {
        assertThat(PackagedPlatform.wanted(List.of(" linux-aarch64", "windows-x86_64", "linux-aarch64"), "here"))
                .containsExactly("linux-aarch64", "windows-x86_64");
        assertThat(PackagedPlatform.wanted(List.of(), "here")).containsExactly("here");
        // What Maven makes of "," and of " ,".
        assertThat(PackagedPlatform.wanted(Arrays.asList(null, null), "here")).containsExactly("here");
        assertThat(PackagedPlatform.wanted(Arrays.asList(" ", null), "here")).containsExactly("here");
    }
}
