package io.github.pythonenv.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.Catalogue;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.MachinePythons;
import io.github.pythonenv.runtime.Mirrors;
import io.github.pythonenv.runtime.ProvidedRuntime;
import io.github.pythonenv.runtime.Runtimes;
import io.github.pythonenv.runtime.Source;
import io.github.pythonenv.runtime.Supplies;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Newer patches, made of a real archive. */
@ExtendWith(ProvidedRuntime.Resolver.class)
class UpdatesTest {
    @TempDir
    Path temporary;

    private final List<RuntimeStatus> meanwhile = new ArrayList<>();

    @Test
    void theNewestPatchComesBesideTheOldOne(ProvidedRuntime provided) throws IOException {
        FakeMachine fake = new FakeMachine(temporary);
        String version = provided.runtime().version().toString();
        String series = provided.runtime().version().series();
        Path old =
                fake.stored("cpython-" + series + ".0-linux-x86_64-maven-000000000000", series + ".0", Instant.now());
        Inventory inventory = inventory(fake);
        inventory.prefer(series + ".0");

        Outcome outcome = updates(fake, provided, inventory, List.of(distribution(provided)))
                .update(Optional.empty());

        assertThat(outcome.remarks())
                .singleElement()
                .asString()
                .contains("has a newer one beside it now: cpython-" + version, "mvn -U");
        assertThat(meanwhile).containsExactly(RuntimeStatus.UPDATING);
        assertThat(old).exists();
        assertThat(outcome.rows()).hasSize(2);
        assertThat(outcome.rows().get(0).entry()).satisfies(entry -> {
            assertThat(entry.runtime().version().toString()).isEqualTo(version);
            assertThat(entry.status()).isEqualTo(RuntimeStatus.READY);
            assertThat(entry.preferred()).isTrue();
        });
        assertThat(outcome.rows().get(1).entry().status()).isEqualTo(RuntimeStatus.READY);

        assertThat(updates(fake, provided, inventory, List.of(distribution(provided)))
                        .update(Optional.empty())
                        .remarks())
                .singleElement()
                .asString()
                .endsWith("is the newest patch that there is from maven.");
    }

    @Test
    void whatOthersInstalledIsLeftAndAFailureIsTold(ProvidedRuntime provided) throws IOException {
        FakeMachine fake = new FakeMachine(temporary);
        fake.stored("cpython-3.14.0-linux-x86_64-maven-000000000000", "3.14.0", Instant.now());
        Path system = fake.python("root/usr/bin/python3.11", "3.11.2");
        Inventory inventory = inventory(fake);
        inventory.discover();

        Outcome outcome = updates(fake, provided, inventory, List.of()).update(Optional.empty());

        assertThat(outcome.remarks())
                .anySatisfy(remark -> assertThat(remark).contains("who installed " + system + " updates it"))
                .anySatisfy(remark -> assertThat(remark).contains("3.14.0", "could not be updated"));
        assertThat(outcome.rows())
                .extracting(row -> row.entry().status())
                .doesNotContain(RuntimeStatus.UPDATING, RuntimeStatus.ERROR);
    }

    private static Distribution distribution(ProvidedRuntime provided) {
        return Catalogue.builtIn().distributions().stream()
                .filter(one -> one.source() == Source.MAVEN
                        && one.sha256().equals(provided.runtime().sha256()))
                .findFirst()
                .orElseThrow();
    }

    private Updates updates(
            FakeMachine fake, ProvidedRuntime provided, Inventory inventory, List<Distribution> catalogue) {
        Supplies supplies = new Supplies(
                Catalogue.of(catalogue),
                (groupId, artifactId, artifact, extension, classifier) -> {
                    inventory
                            .list()
                            .rows()
                            .forEach(row -> meanwhile.add(row.entry().status()));
                    return provided.supplies()
                            .artifacts()
                            .resolve(groupId, artifactId, artifact, extension, classifier);
                },
                () -> {
                    throw new AssertionError("nothing is downloaded here");
                },
                MachinePythons.none());
        return new Updates(
                inventory,
                new Registry(fake.store(), Clock.systemUTC(), event -> {}),
                new Runtimes(Host.current(), fake.store(), supplies, new Processes(), event -> {}),
                Mirrors.NONE,
                false,
                Clock.systemUTC());
    }

    private static Inventory inventory(FakeMachine fake) {
        return new Inventory(fake.machine(), fake.store(), Clock.systemUTC(), new Processes(), event -> {});
    }
}
