package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.registry.MachineSearch;
import io.github.pythonenv.registry.Registry;
import io.github.pythonenv.registry.UvAtHand;
import io.github.pythonenv.runtime.FoundPython;
import io.github.pythonenv.runtime.InstalledBy;
import io.github.pythonenv.runtime.ProvidedRuntime;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.VersionRequest;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The real uv installs a real Python, from a list and an archive in a folder. */
@ExtendWith(ProvidedRuntime.Resolver.class)
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "the list names an archive for it")
@Tag("network")
class UvPythonsTest {
    @TempDir
    Path temporary;

    private Path installed;

    @BeforeEach
    void folder() throws IOException {
        installed = temporary.toRealPath().resolve("installed");
    }

    @Test
    void oneThatIsThereIsUsedElseUvInstallsIt(ProvidedRuntime provided) throws IOException {
        String series = provided.runtime().version().series();
        Host host = host(provided);
        MachineSearch search = search(host, uv(host, provided), false);

        FoundPython seen = search.looking().newest(InstalledBy.UV, VersionRequest.parse(series), false);
        assertThat(seen.runtime()).isEmpty();
        assertThat(installed).doesNotExist();

        FoundPython found = search.newest(InstalledBy.UV, VersionRequest.parse(series), false);

        assertThat(found.passedOver()).noneMatch(why -> why.startsWith("uv "));
        Runtime runtime = found.runtime().orElseThrow();
        assertThat(runtime.executable()).startsWith(installed).isExecutable();
        assertThat(runtime.version()).isEqualTo(provided.runtime().version());
        assertThat(runtime.source()).isEqualTo("uv");

        assertThat(search.looking()
                        .newest(InstalledBy.UV, VersionRequest.parse(series), true)
                        .runtime())
                .contains(runtime);

        long started = Processes.started();
        assertThat(search(host, UvAtHand.NONE, true)
                        .newest(InstalledBy.UV, VersionRequest.parse(">=" + series), false)
                        .runtime())
                .contains(runtime);
        assertThat(Processes.started()).isEqualTo(started);
        // Asked for a newer one, uv finds that there is none.
        assertThat(search.newest(InstalledBy.UV, VersionRequest.parse(series), true)
                        .runtime())
                .contains(runtime);
    }

    @Test
    void whyThereIsNoneIsSaid(ProvidedRuntime provided) throws IOException {
        Host host = host(provided);
        VersionRequest unknown = VersionRequest.parse("3.99");

        assertThat(search(host, uv(host, provided), false)
                        .newest(InstalledBy.UV, unknown, false)
                        .passedOver())
                .anyMatch(why -> why.startsWith("uv could not install one: ") && why.contains("3.99"));
        assertThat(search(host, UvAtHand.NONE, false)
                        .newest(InstalledBy.UV, unknown, false)
                        .passedOver())
                .anyMatch(why -> why.contains("no uv at hand"));
        assertThat(search(host, uv(host, provided), true)
                        .newest(InstalledBy.UV, unknown, false)
                        .passedOver())
                .anyMatch(why -> why.contains("offline"));
    }

    private static UvAtHand uv(Host host, ProvidedRuntime provided) {
        Toolbox tools = new Toolbox(host, provided.store(), provided::supplies, event -> {});
        return UvForPythons.of(tools, new UvChoice.Pinned(), false);
    }

    private MachineSearch search(Host host, UvAtHand uv, boolean offline) {
        Store store = new Store(temporary.resolve("store"));
        Registry registry = new Registry(store, Clock.systemUTC(), event -> {});
        return new MachineSearch(host, store, registry, uv, offline, new Processes(), event -> {});
    }

    private Host host(ProvidedRuntime provided) throws IOException {
        Host real = Host.current();
        Map<String, String> variables = new TreeMap<>(real.environment());
        variables.put("UV_PYTHON_INSTALL_DIR", installed.toString());
        variables.put("UV_PYTHON_DOWNLOADS_JSON_URL", list(provided).toUri().toString());
        variables.put("UV_CACHE_DIR", temporary.resolve("cache").toString());
        variables.put("PATH", "/usr/bin:/bin");
        variables.remove("PYENV_ROOT");
        return new Host(real.platform(), real.osVersion(), variables, temporary.resolve("home"));
    }

    private Path list(ProvidedRuntime provided) throws IOException {
        Files.createDirectories(temporary.resolve("home"));
        Runtime runtime = provided.runtime();
        Path archive = temporary.resolve("python.tar.gz");
        new Processes()
                .run(new Command(
                        List.of(
                                "tar",
                                "--create",
                                "--use-compress-program=gzip -1",
                                "--file=" + archive,
                                "--transform=s,^\\.,python,S",
                                "--directory=" + runtime.home(),
                                "."),
                        temporary,
                        Map.of("PATH", "/usr/bin:/bin"),
                        Duration.ofMinutes(2)));
        assertThat(archive).isNotEmptyFile();
        return Files.writeString(temporary.resolve("list.json"), """
                {"cpython-%s-linux-x86_64-gnu": {"name": "cpython", "arch": {"family": "x86_64", "variant": null},
                 "os": "linux", "libc": "gnu", "major": %d, "minor": %d, "patch": %d, "prerelease": "",
                 "url": "%s", "sha256": null, "variant": null, "build": "20260101"}}
                """.formatted(
                        runtime.version(),
                        runtime.version().major(),
                        runtime.version().minor(),
                        runtime.version().patch(),
                        archive.toUri()));
    }
}
