package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Observation.Target;
import io.github.pythonenv.packages.LockedInputs;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.Packed;
import io.github.pythonenv.packages.Pylock;
import io.github.pythonenv.packages.Requirements;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.Floor;
import io.github.pythonenv.runtime.MavenArtifact;
import io.github.pythonenv.runtime.Needs;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.RuntimeChoice;
import io.github.pythonenv.runtime.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final InputDigests INPUTS =
            new InputDigests("s", Map.of(Path.of("/p/requirements.txt"), "1"), Map.of());
    private static final InputDigests CHANGED =
            new InputDigests("s", Map.of(Path.of("/p/requirements.txt"), "2"), Map.of());
    private static final EnvironmentState STATE = StateFileTest.state(3, Path.of("/store/r"), INPUTS);
    private static final RuntimeChoice READY = new RuntimeChoice.Ready(STATE.runtime());
    private static final PackageInputs REQUIREMENTS =
            new Requirements(Path.of("/p"), List.of(Path.of("/p/requirements.txt")), List.of(), List.of());

    @Test
    void doesNothingWhereNothingDiffers() {
        assertThat(plan(Goal.PACKAGES, ours(), INPUTS).nothingToDo()).isTrue();
        assertThat(plan(Goal.ENVIRONMENT, ours(), INPUTS).nothingToDo()).isTrue();
    }

    @Test
    void buildsAsideThenSwaps() {
        assertThat(plan(Goal.PACKAGES, new Target.Absent(), INPUTS).steps())
                .extracting(step -> step.getClass().getSimpleName())
                .containsExactly(
                        "CreateGeneration", "InstallPackages", "VerifyGeneration", "SwapIn", "PruneGenerations");
    }

    @Test
    void makesAPackedOneWithoutUvAlsoForGoalsThatStopEarlier() {
        EnvironmentRequest request = request(new Packed("app.tar.gz"), false);

        for (Goal goal : List.of(Goal.PACKAGES, Goal.ENVIRONMENT)) {
            assertThat(Planner.plan(goal, request, new Observation(new Target.Absent(), READY, INPUTS))
                            .steps())
                    .extracting(step -> step.getClass().getSimpleName())
                    .containsExactly("UnpackGeneration", "VerifyGeneration", "SwapIn", "PruneGenerations");
        }
        assertThat(request.withoutPackages()).isSameAs(request);
    }

    @Test
    void seesToTheLockBeforeItInstallsFromIt() {
        Requirements source = (Requirements) REQUIREMENTS;
        LockedInputs locked = new LockedInputs(source, new Pylock(Path.of("/p/pylock.toml"), List.of(), List.of()));

        assertThat(Planner.plan(
                                Goal.PACKAGES,
                                request(locked, false),
                                new Observation(new Target.Absent(), READY, INPUTS))
                        .steps())
                .extracting(step -> step.getClass().getSimpleName())
                .containsSubsequence("FitLock", "InstallPackages");
    }

    @Test
    void verifiesBeforeItSwapsAndPrunesAfter() {
        List<Step> steps = plan(Goal.PACKAGES, new Target.Foreign(), CHANGED).steps();

        assertThat(steps.indexOf(new Step.VerifyGeneration()))
                .isLessThan(steps.indexOf(new Step.SwapIn(Path.of("/p/.venv"), true)));
        assertThat(steps.get(steps.size() - 1)).isEqualTo(new Step.PruneGenerations(Retention.of(1)));
    }

    @Test
    void rebuildsForChangedInputsOnlyWherePackagesAreAsked() {
        assertThat(plan(Goal.PACKAGES, ours(), CHANGED).reasons()).containsExactly("requirements.txt changed");
        assertThat(plan(Goal.ENVIRONMENT, ours(), CHANGED).nothingToDo()).isTrue();
    }

    @Test
    void leavesWhatIsHeldAgainstThatAsItIs() {
        Hold hold = new Hold(List.of(Fingerprint.of("for 3.14", CHANGED)));
        Target held = new Target.Ours(STATE.with(Optional.of(hold)), List.of(), List.of());
        Target damaged = new Target.Ours(STATE.with(Optional.of(hold)), List.of("numpy is gone"), List.of());

        Plan plan = plan(Goal.PACKAGES, held, CHANGED);
        assertThat(plan.held()).isTrue();
        assertThat(plan.nothingToDo()).isTrue();
        assertThat(plan.reasons()).containsExactly("requirements.txt changed");
        assertThat(plan(Goal.PACKAGES, held, INPUTS)).isEqualTo(Plan.NOTHING);
        assertThat(plan(Goal.PACKAGES, damaged, CHANGED).steps()).isNotEmpty();
    }

    @Test
    void healsDamage() {
        Target damaged = new Target.Ours(STATE, List.of("numpy is missing from site-packages"), List.of());

        assertThat(plan(Goal.ENVIRONMENT, damaged, INPUTS).reasons())
                .containsExactly("numpy is missing from site-packages");
    }

    @Test
    void rebuildsWhereTheRuntimeLeftTheStore() {
        Distribution same = new Distribution(
                STATE.runtime().version(),
                STATE.runtime().platform(),
                Source.MAVEN,
                new MavenArtifact("org.example", "cpython", "3.14.3-1", "linux-x86_64"),
                STATE.runtime().sha256(),
                new Needs(new Floor.None(), List.of()),
                1);
        Observation seen = new Observation(ours(), new RuntimeChoice.Missing(List.of(same), "there"), INPUTS);

        Plan plan = Planner.plan(Goal.ENVIRONMENT, request(REQUIREMENTS, false), seen);

        assertThat(plan.reasons())
                .containsExactly("the installation of CPython 3.14.3 that it stands on is not the one in the store");
        assertThat(plan.steps().get(0)).isEqualTo(new Step.ProvisionRuntime(List.of(same)));
    }

    @Test
    void rebuildsWhereTheRuntimeIsAnother() {
        Runtime other = new Runtime(
                PythonVersion.parse("3.13.5"),
                "linux-x86_64",
                "maven",
                Path.of("/store/other"),
                Path.of("/store/other/bin/python3.13"),
                "cd34",
                "cpython-3.13.5-cd34");
        Observation seen = new Observation(ours(), new RuntimeChoice.Ready(other), INPUTS);

        assertThat(Planner.plan(Goal.PACKAGES, request(REQUIREMENTS, false), seen)
                        .reasons())
                .containsExactly("it stands on another runtime, CPython 3.14.3");
    }

    @Test
    void replacesNoForeignEnvironmentInPlaceBecauseThatKeepsNothing() {
        EnvironmentRequest inPlace = Asked.in(Path.of("/p"))
                .inputs(REQUIREMENTS)
                .swapping(SwapMode.IN_PLACE)
                .request();
        Observation seen = new Observation(new Target.Foreign(), READY, INPUTS);

        assertThatThrownBy(() -> Planner.plan(Goal.PACKAGES, inPlace, seen))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("was not made by python-env")
                .hasMessageContaining("not touched");
    }

    @Test
    void leavesWhatWasAddedByHand() {
        assertThat(plan(Goal.PACKAGES, new Target.Ours(STATE, List.of(), List.of("extra")), INPUTS)
                        .nothingToDo())
                .isTrue();
    }

    @Test
    void replacesOnForce() {
        assertThat(Planner.plan(
                                Goal.ENVIRONMENT,
                                Asked.in(Path.of("/p"))
                                        .inputs(REQUIREMENTS)
                                        .forced()
                                        .request(),
                                new Observation(ours(), READY, INPUTS))
                        .reasons())
                .containsExactly("a new one was asked for");
    }

    @Test
    void resolvesUnpinnedInputsAnewOnUpgradeAlone() {
        Observation seen = new Observation(ours(), READY, INPUTS);

        assertThat(Planner.plan(Goal.PACKAGES, request(REQUIREMENTS, true), seen)
                        .nothingToDo())
                .isFalse();
        assertThat(Planner.plan(Goal.PACKAGES, request(REQUIREMENTS, false), seen)
                        .nothingToDo())
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
        Asked asked = Asked.in(Path.of("/p")).inputs(inputs);
        return (upgrade ? asked.upgrading() : asked).request();
    }
}
