package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.store.Disks;
import io.github.pythonenv.store.Disks.Disk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiskSpaceTest {

    private static final List<SpaceNeed> NEEDS = List.of(
            new SpaceNeed(Path.of("/store"), 80_000_000, "CPython 3.14.3"),
            new SpaceNeed(Path.of("/store"), 35_000_000, "uv"),
            new SpaceNeed(Path.of("/project/.venv"), 1_000_000, "the environment"));

    @Test
    void whatIsNeededOnOneDiskIsNeededTogether() {
        Disks one = place -> Optional.of(new Disk("the disk", 115_000_000));

        assertThatThrownBy(() -> DiskSpace.require(NEEDS, one))
                .isInstanceOf(UserFailure.class)
                .hasMessage(
                        "The disk of /store has 115 MB left, and CPython 3.14.3 (80 MB), uv (35 MB), the environment"
                                + " (1 MB) will take 116 MB there at the very least. Nothing was begun.")
                .satisfies(failure -> org.assertj.core.api.Assertions.assertThat(((UserFailure) failure).hint())
                        .contains("Make room on that disk (the disk)", "-Dpython-env.home=<folder>", "<directory>"));
    }

    @Test
    void eachDiskByItself() {
        Disks two = place -> Optional.of(
                place.startsWith("/store") ? new Disk("first", 115_000_000) : new Disk("second", 1_000_000));

        assertThatCode(() -> DiskSpace.require(NEEDS, two)).doesNotThrowAnyException();

        Disks full = place ->
                Optional.of(place.startsWith("/store") ? new Disk("first", 115_000_000) : new Disk("second", 0));
        assertThatThrownBy(() -> DiskSpace.require(NEEDS, full))
                .hasMessageStartingWith("The disk of /project/.venv has 0 MB left, and the environment (1 MB)");
    }

    @Test
    void aDiskThatDoesNotTellIsNotJudged() {
        assertThatCode(() -> DiskSpace.require(NEEDS, place -> Optional.empty()))
                .doesNotThrowAnyException();
    }

    @Test
    void theDiskOfThisMachine() {
        assertThatCode(() -> DiskSpace.require(
                        List.of(new SpaceNeed(Path.of("").toAbsolutePath().resolve("not/there/yet"), 1, "a byte")),
                        Disks.OF_THIS_MACHINE))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> DiskSpace.require(
                        List.of(new SpaceNeed(Path.of("").toAbsolutePath(), Long.MAX_VALUE, "too much")),
                        Disks.OF_THIS_MACHINE))
                .isInstanceOf(UserFailure.class);
    }
}
