package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.packages.Pylock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void namesAFileThatIsNew() {
        assertThat(before.changesSince(new InputDigests("s", Map.of(A, "1"), Map.of())))
                .containsExactly("base.txt is new among the inputs");
    }

    @Test
    void seesContentsAndAppearance(@TempDir Path project) throws IOException {
        Path requirements = Files.writeString(project.resolve("requirements.txt"), "-r base.txt\n");
        Path base = Files.writeString(project.resolve("base.txt"), "numpy\n");
        EnvironmentRequest request =
                Asked.in(project).requirements(requirements).request();
        InputDigests first = InputDigests.of(request);

        assertThat(first.files()).containsOnlyKeys(requirements, base);
        assertThat(first.again(request).sameAs(first)).isTrue();

        Files.writeString(base, "pandas\n");
        assertThat(first.again(request).changesSince(first)).containsExactly("base.txt changed");

        Files.delete(base);
        assertThat(first.again(request).changesSince(first)).containsExactly("base.txt is gone");
    }

    @Test
    void seesAFileThatWasMissingAppear(@TempDir Path project) throws IOException {
        Path lock = project.resolve("pylock.toml");
        EnvironmentRequest request =
                Asked.in(project).inputs(new Pylock(lock, List.of(), List.of())).request();
        InputDigests first = InputDigests.of(request);
        Files.writeString(lock, "lock-version = '1.0'\n");

        assertThat(first.files()).containsEntry(lock, InputDigests.ABSENT);
        assertThat(first.again(request).changesSince(first)).containsExactly("pylock.toml changed");
    }

    @Test
    void seesASettingChange(@TempDir Path project) {
        InputDigests one = InputDigests.of(Asked.in(project).packages("numpy").request());
        InputDigests other =
                InputDigests.of(Asked.in(project).packages("pandas").request());

        assertThat(other.changesSince(one)).containsExactly("the configuration changed");
    }

    @Test
    void dependsOnThePlaceButNotOnWhatOnlyDecidesHowItGetsThere(@TempDir Path project) {
        InputDigests one = InputDigests.of(Asked.in(project).request());

        assertThat(InputDigests.of(Asked.in(project).at(project.resolve("venv")).request())
                        .sameAs(one))
                .isFalse();
        assertThat(InputDigests.of(Asked.in(project)
                                .keeping(Retention.of(5))
                                .swapping(SwapMode.IN_PLACE)
                                .upgrading()
                                .request())
                        .sameAs(one))
                .isTrue();
    }
}
