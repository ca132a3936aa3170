package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.platform.Architecture;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.platform.Platform;
import io.github.pythonenv.runtime.Catalogue;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.PlatformOffers;
import io.github.pythonenv.runtime.Source;
import io.github.pythonenv.runtime.SourceRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinsTest {
    private static final String DIGEST = "ab".repeat(32);
    private static final Host LINUX = host(OperatingSystem.LINUX, new Libc.Glibc(2, 36));
    private static final Host MAC = host(OperatingSystem.MACOS, new Libc.None());

    @TempDir
    Path project;

    @Test
    void asksForWhatIsAskedWhereThereIsNoLock() {
        assertThat(pins(Asked.in(project)).runtime().source()).isEqualTo(new SourceRequest.Auto());
        assertThat(pins(Asked.in(project)).uv()).isEqualTo(new UvChoice.Pinned());
        assertThat(pins(Asked.in(project)).everywhere()).isEmpty();
    }

    @Test
    void asksForWhatIsLocked() throws IOException {
        lock("3.14", "linux-x86_64", "macos-x86_64");

        assertThat(pins(Asked.in(project).python("3.14")).runtime().source())
                .isEqualTo(new SourceRequest.Locked(List.of(known("linux-x86_64"))));
        assertThat(pins(Asked.in(project).python("3.14").upgrading()).runtime().source())
                .isInstanceOf(SourceRequest.Locked.class);
        assertThat(pins(Asked.in(project).python("3.14").from(new SourceRequest.Standalone()))
                        .runtime()
                        .source())
                .isInstanceOf(SourceRequest.Locked.class);
        assertThat(pins(Asked.in(project)).uv()).isEqualTo(new UvChoice.OfVersion("0.13.7", DIGEST));
    }

    @Test
    void leavesSourcesThatPinThemselves() throws IOException {
        lock("3.14", "linux-x86_64");
        SourceRequest system = new SourceRequest.Installed(io.github.pythonenv.runtime.InstalledBy.SYSTEM);

        assertThat(pins(Asked.in(project).from(system)).runtime().source()).isEqualTo(system);
    }

    @Test
    void saysThatAnotherVersionIsLocked() throws IOException {
        lock("3.14", "linux-x86_64");

        assertDrift(pins(Asked.in(project).python("3.13")), "pins no Python for '3.13', only for '3.14'");
    }

    @Test
    void saysThatThePlatformIsNotLocked() throws IOException {
        lock("3.14", "linux-x86_64");

        assertDrift(new Pins(Asked.in(project).python("3.14").request(), MAC), "no Python '3.14' for macos-x86_64");
        assertThatThrownBy(() -> new Pins(Asked.in(project).request(), MAC).uv())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("pins uv 0.13.7, but not the one for macos-x86_64");
    }

    @Test
    void saysThatAnotherSourceIsLocked() throws IOException {
        lock("3.14", "linux-x86_64");

        assertDrift(
                pins(Asked.in(project).python("3.14").from(new SourceRequest.Maven())),
                "from standalone, and <source> is maven");
    }

    /** Two of one platform: those for the other C library are nothing to this machine. */
    @Test
    void tellsMuslFromGlibc() throws IOException {
        Host alpine = host(OperatingSystem.LINUX, new Libc.Musl());
        Distribution musl = Catalogue.builtIn().distributions().stream()
                .filter(one -> PlatformOffers.fullPlatform(one).equals("linux-x86_64-musl")
                        && one.version().toString().equals("3.14.7"))
                .findFirst()
                .orElseThrow();
        Distribution gnu = Catalogue.builtIn().distributions().stream()
                .filter(one -> one.source() == Source.MAVEN && one.platform().equals("linux-x86_64"))
                .findFirst()
                .orElseThrow();
        LockText.write(project.resolve(LockFile.NAME), new Lock(Map.of("3.14", List.of(gnu, musl)), Optional.empty()));
        Asked asked = Asked.in(project).python("3.14");

        assertThat(new Pins(asked.request(), alpine).runtime().source())
                .isEqualTo(new SourceRequest.Locked(List.of(musl)));
        assertThat(pins(asked).runtime().source()).isEqualTo(new SourceRequest.Locked(List.of(gnu)));
        assertDrift(pins(asked.from(new SourceRequest.Standalone())), "from maven, and <source> is standalone");

        lock("3.14", "linux-x86_64");
        assertDrift(
                new Pins(Asked.in(project).python("3.14").request(), alpine), "no Python '3.14' for linux-x86_64-musl");
    }

    private static void assertDrift(Pins pins, String what) {
        assertThatThrownBy(pins::runtime)
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining(LockFile.NAME)
                .hasMessageContaining(what)
                .extracting(e -> ((UserFailure) e).hint())
                .asString()
                .contains("mvn python-env:lock");
    }

    private void lock(String request, String... platforms) throws IOException {
        LockText.write(
                project.resolve(LockFile.NAME),
                new Lock(
                        Map.of(
                                request,
                                List.of(platforms).stream().map(PinsTest::known).toList()),
                        Optional.of(new Lock.Uv("0.13.7", Map.of("linux-x86_64", DIGEST)))));
    }

    private static Distribution known(String platform) {
        return Catalogue.builtIn().distributions().stream()
                .filter(one -> one.source() == Source.STANDALONE
                        && one.platform().equals(platform)
                        && one.version().toString().equals("3.14.7"))
                .findFirst()
                .orElseThrow();
    }

    private static Pins pins(Asked asked) {
        return new Pins(asked.request(), LINUX);
    }

    private static Host host(OperatingSystem os, Libc libc) {
        return new Host(
                new Platform(os, Architecture.X86_64, libc),
                "1",
                Map.of(),
                Path.of("home").toAbsolutePath());
    }
}
