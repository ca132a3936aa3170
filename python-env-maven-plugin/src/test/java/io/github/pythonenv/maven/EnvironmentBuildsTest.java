package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Asked;
import io.github.pythonenv.environment.EnvironmentReport;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.SampleState;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentBuildsTest {

    private static final EnvironmentReport UP_TO_DATE = new EnvironmentReport.UpToDate(SampleState.get(), List.of());

    @TempDir
    Path project;

    @Test
    void saysWhatEachCameTo() {
        String sentence = EnvironmentBuilds.all(
                requests("a", "b"),
                request -> request.name().equals("a")
                        ? UP_TO_DATE
                        : new EnvironmentReport.Built(SampleState.get(), List.of(), 1));

        assertThat(sentence).isEqualTo("2 environments: a up to date, b built.");
    }

    @Test
    void buildsThemAtOnce() {
        CountDownLatch both = new CountDownLatch(2);

        String sentence = EnvironmentBuilds.all(requests("a", "b"), request -> {
            both.countDown();
            await(both);
            return UP_TO_DATE;
        });

        assertThat(sentence).startsWith("2 environments");
    }

    @Test
    void oneThatFailsIsToldWhenAllHaveEnded() {
        Set<String> ended = ConcurrentHashMap.newKeySet();

        assertThatThrownBy(() -> EnvironmentBuilds.all(requests("a", "b", "c"), request -> {
                    if (request.name().equals("b")) {
                        throw new UserFailure("No such package.", "Correct it.");
                    }
                    ended.add(request.name());
                    return UP_TO_DATE;
                }))
                .isInstanceOf(UserFailure.class)
                .hasMessage("b, one of 3 environments: No such package.")
                .extracting(failure -> ((UserFailure) failure).hint())
                .isEqualTo("Correct it.");
        assertThat(ended).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void severalThatFailAreAllTold() {
        assertThatThrownBy(() -> EnvironmentBuilds.all(requests("a", "b", "c"), request -> {
                    if (request.name().equals("c")) {
                        return UP_TO_DATE;
                    }
                    throw new UserFailure("Not " + request.name() + ".", "Mend " + request.name() + ".");
                }))
                .hasMessageContaining("2 of 3 environments failed.")
                .hasMessageContaining("a: Not a.")
                .hasMessageContaining("b: Not b.")
                .extracting(failure -> ((UserFailure) failure).hint())
                .isEqualTo("a: Mend a.\nb: Mend b.");
    }

    @Test
    void aBugIsNoUserFailure() {
        assertThatThrownBy(() -> EnvironmentBuilds.all(requests("a", "b"), request -> {
                    throw new IllegalStateException("oops");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("oops");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<EnvironmentRequest> requests(String... names) {
        return Stream.of(names)
                .map(name -> Asked.in(project).named(name).request())
                .toList();
    }
}
