package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's own profiles, which many builds may write at once. */
class ProfilesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    private final Queue<ProgressEvent> told = new ConcurrentLinkedQueue<>();

    @Test
    void theBuiltInOnesSayWhatTheyAre() {
        List<Profile> builtIn = Profiles.builtIn();
        assertThat(builtIn)
                .extracting(Profile::name)
                .contains("base", "data-science", "machine-learning", "machine-learning-cuda", "web", "inference");
        assertThat(builtIn)
                .allSatisfy(profile -> assertThat(profile.description()).endsWith("."))
                .allSatisfy(profile -> assertThat(profile.requirements().isEmpty())
                        .isNotEqualTo(profile.includes().isEmpty()))
                .allSatisfy(profile ->
                        assertThat(profile.requirements()).allMatch(line -> line.matches("[a-z0-9-]+>=.+,<.+")));
    }

    @Test
    void keepsOnesOfTheUsersOwn() {
        Profile own = new Profile(
                "web",
                "Ours: \"quoted\", ä.",
                List.of("base"),
                List.of("django>=5 ; sys_platform == 'linux'"),
                Optional.of("cpu"),
                List.of(new Profile.Limit(List.of("windows-aarch64"), "Not tried.")));
        profiles().put(own);

        assertThat(profiles().own()).containsExactly(own);
        assertThat(profiles().all()).contains(own).doesNotHaveDuplicates();
        assertThat(profiles().all().stream().filter(profile -> profile.name().equals("web")))
                .hasSize(1);
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> profiles().remove("wweb"))
                .satisfies(failure -> assertThat(failure.hint()).startsWith("Did you mean web? "));
        profiles().remove("web");
        assertThat(profiles().own()).isEmpty();
        assertThat(profiles().all()).extracting(Profile::name).contains("web");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> profiles().remove("web"))
                .satisfies(failure -> assertThat(failure.hint()).contains("comes with the plugin"));
    }

    @Test
    void losesNothingThatOthersWriteAtTheSameTime() throws InterruptedException, ExecutionException {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String name = "own-" + i;
            all.add(writers.submit(() -> profiles().put(profile(name))));
        }
        for (Future<?> one : all) {
            one.get();
        }
        writers.shutdown();
        assertThat(profiles().own()).hasSize(40);
    }

    @Test
    void setsADamagedFileAside() throws IOException {
        Files.writeString(home.resolve("profiles.json"), "{\"profiles\": [{\"name\": ");
        assertThat(profiles().own()).isEmpty();
        assertThat(told.remove().toString()).contains("damaged");

        profiles().put(profile("mine"));

        assertThat(profiles().own()).extracting(Profile::name).containsExactly("mine");
        assertThat(home.resolve("profiles.json.damaged-20260102T030405")).exists();
    }

    @Test
    void leavesAloneWhatALaterVersionWrote() throws IOException {
        String later = "{\"schemaVersion\": \"2.0\", \"profiles\": []}";
        Files.writeString(home.resolve("profiles.json"), later);
        assertThatExceptionOfType(UserFailure.class).isThrownBy(() -> profiles().put(profile("mine")));
        assertThat(home.resolve("profiles.json")).hasContent(later);
    }

    @Test
    void refusesNamesThatNobodyCanType() {
        assertThatExceptionOfType(UserFailure.class).isThrownBy(() -> profile("Mine!"));
    }

    private static Profile profile(String name) {
        return new Profile(name, "", List.of(), List.of("one"), Optional.empty(), List.of());
    }

    private Profiles profiles() {
        return new Profiles(new Store(home), CLOCK, told::add);
    }
}
