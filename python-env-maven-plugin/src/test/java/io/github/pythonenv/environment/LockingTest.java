package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.download.Logins;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.download.Proxies;
import io.github.pythonenv.packages.Upgrades;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.runtime.Catalogue;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.FakeStandalone;
import io.github.pythonenv.runtime.FoundPython;
import io.github.pythonenv.runtime.InPlaceRuntime;
import io.github.pythonenv.runtime.InstalledBy;
import io.github.pythonenv.runtime.MachinePythons;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.Source;
import io.github.pythonenv.runtime.Supplies;
import io.github.pythonenv.runtime.VersionRequest;
import io.github.pythonenv.store.Store;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code lock} pins for other platforms beside the one that it runs on. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the interpreters are shell scripts")
class LockingTest {
    private static final Host HOST = Host.current();
    private static final String ELSEWHERE =
            HOST.platform().id().equals("macos-aarch64") ? "linux-x86_64" : "macos-aarch64";

    @TempDir
    Path folder;

    private final List<ProgressEvent> events = new ArrayList<>();
    private Distribution older;
    private Distribution newer;
    private FakeStandalone standalone;

    @BeforeEach
    void aStoreWithTheOlder() throws IOException {
        older = write("3.14.6").distribution;
        standalone = write("3.14.7");
        newer = standalone.distribution;
        assertThat(locked(List.of(older), false)).containsExactly("3.14.6 here");
        events.clear();
    }

    @Test
    void whatTheStoreHasIsLockedWhereItIsThereForEveryPlatform() throws IOException {
        List<Distribution> catalogue = List.of(older, elsewhere(older), newer, elsewhere(newer));

        assertThat(locked(catalogue, false)).containsExactlyInAnyOrder("3.14.6 here", "3.14.6 elsewhere");
        assertThat(locked(catalogue, true)).containsExactlyInAnyOrder("3.14.7 here", "3.14.7 elsewhere");
        assertThat(notices()).isEmpty();
    }

    @Test
    void theOneThatThereIsForEveryPlatformElse() throws IOException {
        assertThat(locked(List.of(older, newer, elsewhere(newer)), false))
                .containsExactlyInAnyOrder("3.14.7 here", "3.14.7 elsewhere");
        assertThat(notices()).isEmpty();
    }

    @Test
    void differentOnesWhereThatCannotBeHadHere() throws IOException {
        Trees.delete(standalone.mirror.resolve("20260101"));

        assertThat(locked(List.of(older, newer, elsewhere(newer)), false))
                .containsExactlyInAnyOrder("3.14.6 here", "3.14.7 elsewhere");
        assertThat(notices())
                .singleElement()
                .asString()
                .contains("Python 3.14.7 is there for every platform, but cannot be had here")
                .contains("So Python 3.14.6 is locked here, and others where");
    }

    @Test
    void differentOnesWhereNoneIsThereForEveryPlatform() throws IOException {
        assertThat(locked(List.of(older, elsewhere(newer)), false))
                .containsExactlyInAnyOrder("3.14.6 here", "3.14.7 elsewhere");
    }

    private List<String> locked(List<Distribution> catalogue, boolean upgrade) throws IOException {
        Asked asked = Asked.in(folder).python("3").through(standalone.mirrors());
        EnvironmentRequest request = (upgrade ? asked.upgrading() : asked).request();
        new Locking(tools(catalogue), request).lock(Upgrades.NONE);
        return LockText.read(request.lock().file()).pythons().get("3").stream()
                .map(one -> one.version() + (one.platform().equals(ELSEWHERE) ? " elsewhere" : " here"))
                .toList();
    }

    private Toolbox tools(List<Distribution> catalogue) {
        return new Toolbox(
                HOST,
                new Store(folder.resolve("store")),
                () -> new Supplies(
                        Catalogue.of(catalogue),
                        (groupId, artifactId, version, extension, classifier) -> {
                            throw new AssertionError("no artifact is wanted");
                        },
                        () -> new Network(Proxies.NONE, Logins.NONE, () -> {
                            throw new AssertionError("no connection is to be made");
                        }),
                        new Preferring()),
                events::add);
    }

    /** A machine whose user prefers a Python of its own: that is nothing for all who build. */
    private static final class Preferring implements MachinePythons {
        @Override
        public FoundPython newest(InstalledBy by, VersionRequest request, boolean newest) {
            throw new AssertionError("the machine is not searched");
        }

        @Override
        public Optional<Runtime> preferred(VersionRequest request) {
            Path executable = Path.of("/usr/bin/python3.11").toAbsolutePath();
            return Optional.of(InPlaceRuntime.of(
                    Source.SYSTEM,
                    PythonVersion.parse("3.11.2"),
                    HOST.platform().id(),
                    executable.getParent(),
                    executable));
        }
    }

    private FakeStandalone write(String version) throws IOException {
        return FakeStandalone.write(folder.resolve("mirror"), HOST, version, FakeStandalone.passing(version));
    }

    private static Distribution elsewhere(Distribution here) {
        return new Distribution(
                here.version(), ELSEWHERE, here.source(), here.origin(), here.sha256(), here.needs(), here.size());
    }

    private List<String> notices() {
        return events.stream()
                .filter(ProgressEvent.Notice.class::isInstance)
                .map(event -> ((ProgressEvent.Notice) event).text())
                .toList();
    }
}
