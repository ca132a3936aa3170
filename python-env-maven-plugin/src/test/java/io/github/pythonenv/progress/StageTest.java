package io.github.pythonenv.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StageTest {

    @Test
    void hasTheNamesThatReportsUse() {
        assertThat(Arrays.stream(Stage.values()).map(Stage::label).collect(Collectors.joining(" ")))
                .isEqualTo(
                        "Initializing InitializingRegistry LoadingProfiles CheckingRuntime ProvisioningPython"
                                + " RegisteringRuntime CreatingVirtualEnv InstallingPackages Verifying Complete Failed Packing");
    }

    @Test
    void neverGoesBackWhileAnEnvironmentIsBuilt() {
        assertThat(Arrays.stream(Stage.values())
                        .filter(stage -> stage != Stage.PACKING)
                        .map(Stage::percent))
                .isSorted()
                .startsWith(0)
                .endsWith(100);
        assertThat(Stage.COMPLETE.percent()).isEqualTo(100);
        assertThat(Stage.VERIFYING.percent()).isLessThan(100);
    }
}
