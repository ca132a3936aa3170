package io.github.pythonenv.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.Health;
import io.github.pythonenv.runtime.HealthCheck;
import io.github.pythonenv.runtime.InPlaceRuntime;
import io.github.pythonenv.runtime.ProvidedRuntime;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ProvidedRuntime.Resolver.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the interpreters are shell scripts")
class HealthCheckTest {
    @TempDir
    Path folder;

    @Test
    void aRuntimeOfTheStoreIsWell(ProvidedRuntime provided) {
        Health health = new HealthCheck(Host.current(), new Processes()).of(provided.runtime());

        assertThat(health.fault()).isEmpty();
        assertThat(health.good()).isTrue();
    }

    @Test
    void anInterpreterThatIsGone() {
        assertThat(check(runtime(folder.resolve("bin/python3")))).satisfies(health -> {
            assertThat(health.good()).isFalse();
            assertThat(health.fault()).contains("python3 is gone");
        });
    }

    @Test
    void whatMustBeThereIsAFaultAndWhatMayLackIsSaid() throws IOException {
        assertThat(python(Map.of("failed", "ssl\tno libssl.so.3")).fault())
                .isEqualTo("It lacks what every Python must have: ssl (no libssl.so.3).");
        assertThat(python(Map.of("failed", "_sqlite3\tno libsqlite3.so.0")))
                .isEqualTo(new Health("", List.of("sqlite3")));
    }

    @Test
    void onesOfTheMachineMayComeWithoutVenv() throws IOException {
        assertThat(python(Map.of("absent", "venv"))).isEqualTo(Health.GOOD);
    }

    @Test
    void anotherVersionThanItWas() throws IOException {
        assertThat(check(runtime(new FakeMachine(folder).python("bin/python3", "3.12.9")))
                        .fault())
                .contains("3.13.1", "3.12.9");
    }

    private Health python(Map<String, String> says) throws IOException {
        return check(runtime(new FakeMachine(folder).python("bin/python3", "3.13.1", says)));
    }

    private Health check(Runtime runtime) {
        return new HealthCheck(Host.current(), new Processes()).of(runtime);
    }

    private Runtime runtime(Path executable) {
        return InPlaceRuntime.of(Source.SYSTEM, new PythonVersion(3, 13, 1), "linux-x86_64", folder, executable);
    }
}
