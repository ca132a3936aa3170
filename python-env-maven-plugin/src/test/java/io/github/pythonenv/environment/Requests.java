package io.github.pythonenv.environment;

import io.github.pythonenv.packages.InstallSettings;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.runtime.VersionRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Requests for tests. */
final class Requests {

    private Requests() {}

    static EnvironmentRequest with(PackageInputs inputs, boolean upgrade) {
        return in(Path.of("/p"), inputs, upgrade);
    }

    static EnvironmentRequest in(Path project, PackageInputs inputs, boolean upgrade) {
        return new EnvironmentRequest(
                "default",
                project,
                project.resolve(".venv"),
                VersionRequest.parse("3.14"),
                inputs,
                new UvChoice.Pinned(),
                new InstallSettings(
                        Optional.empty(), List.of(), Optional.empty(), false, false, upgrade, Duration.ofMinutes(10)),
                SwapMode.EXCHANGE,
                1,
                upgrade);
    }
}
