package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Observation.RuntimeChoice;
import io.github.pythonenv.environment.Observation.Target;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.Requirements;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final InputDigests INPUTS =
            new InputDigests("s", Map.of(Path.of("/p/requirements.txt"), "1"), Map.of());
    private static final InputDigests CHANGED =
            new InputDigests("s", Map.of(Path.of("/p/requirements.txt"), "2"), Map.of());
    private static final EnvironmentState STATE = StateFileTest.state(3, Path.of("/store/r"), INPUTS);
    private static final RuntimeChoice READY = new RuntimeChoice.Ready(STATE.runtime());
    private static final PackageInputs REQUIREMENTS =
            new Requirements(List.of(Path.of("/p/requirements.txt")), List.of(), List.of());

    @Test
    void doesNothingWhereNothingDiffers() {
        assertThat(plan(Goal.PACKAGES, ours(), INPUTS).upToDate()).isTrue();
        assertThat(plan(Goal.ENVIRONMENT, ours(), INPUTS).upToDate()).isTrue();
    }

    @Test
    void buildsAsideThenSwaps() {
        assertThat(plan(Goal.PACKAGES, new Target.Absent(), INPUTS).steps())
                .extracting(step -> step.getClass().getSimpleName())
                .containsExactly(
                        "CreateGeneration", "InstallPackages", "VerifyGeneration", "SwapIn", "PruneGenerations");
    }

    @Test
    void verifiesBeforeItSwapsAndPrunesAfter() {
        List<Step> steps = plan(Goal.PACKAGES, new Target.Foreign(), CHANGED).steps();

        assertThat(steps.indexOf(new Step.VerifyGeneration()))
                .isLessThan(steps.indexOf(new Step.SwapIn(Path.of("/p/.venv"), true)));
        assertThat(steps.get(steps.size() - 1)).isEqualTo(new Step.PruneGenerations(1));
    }

    @Test
    void rebuildsForChangedInputsOnlyWherePackagesAreAsked() {
        assertThat(plan(Goal.PACKAGES, ours(), CHANGED).reasons()).containsExactly("requirements.txt changed");
        assertThat(plan(Goal.ENVIRONMENT, ours(), CHANGED).upToDate()).isTrue();
    }

    @Test
    void healsDamage() {
        Target damaged = new Target.Ours(STATE, List.of("numpy is missing from site-packages"), List.of());

        assertThat(plan(Goal.ENVIRONMENT, damaged, INPUTS).reasons())
                .containsExactly("numpy is missing from site-packages");
    }

    @Test
    void leavesWhatWasAddedByHand() {
        assertThat(plan(Goal.PACKAGES, new Target.Ours(STATE, List.of(), List.of("extra")), INPUTS)
                        .upToDate())
                .isTrue();
    }

    @Test
    void replacesOnForce() {
        assertThat(plan(Goal.NEW_ENVIRONMENT, ours(), INPUTS).reasons()).containsExactly("a new one was asked for");
    }

    @Test
    void resolvesUnpinnedInputsAnewOnUpgradeAlone() {
        Observation seen = new Observation(ours(), READY, INPUTS);

        assertThat(Planner.plan(Goal.PACKAGES, request(REQUIREMENTS, true), seen)
                        .upToDate())
                .isFalse();
        assertThat(Planner.plan(Goal.PACKAGES, request(REQUIREMENTS, false), seen)
                        .upToDate())
                .isTrue();
    }

    @Test
    void refusesWhatIsNoEnvironment() {
        assertThatThrownBy(() -> plan(Goal.PACKAGES, new Target.Occupied("a file"), INPUTS))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("/p/.venv")
                .hasMessageContaining("a file");
    }

    private static Target.Ours ours() {
        return new Target.Ours(STATE, List.of(), List.of());
    }

    private static Plan plan(Goal goal, Target target, InputDigests inputs) {
        return Planner.plan(goal, request(REQUIREMENTS, false), new Observation(target, READY, inputs));
    }

    private static EnvironmentRequest request(PackageInputs inputs, boolean upgrade) {
        return Requests.with(inputs, upgrade);
    }

    static EnvironmentRequest empty() {
        return Requests.with(new NoPackages(), false);
    }
}
