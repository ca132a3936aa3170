package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Observation.Target;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.Packed;
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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Plans follow from what was asked and seen, and from nothing else; and they are enough. */
class PlanPropertiesTest {

    private static final Path PROJECT = Path.of("/p");
    private static final PackageInputs REQUIREMENTS =
            new Requirements(PROJECT, List.of(PROJECT.resolve("requirements.txt")), List.of(), List.of());

    /**
     * What is asked, and what is there.
     *
     * @param request with or without packages, as the goal has it
     */
    private record Situation(Goal goal, EnvironmentRequest request, Observation seen) {
        Plan plan() {
            return Planner.plan(goal, request, seen);
        }

        /** The same asked for, where other things are there. */
        Situation seeing(Observation other) {
            return new Situation(goal, request, other);
        }
    }

    @Property
    void theSameIsPlannedForTheSame(@ForAll("situations") Situation situation) {
        assertThat(planned(situation)).isEqualTo(planned(situation.seeing(copy(situation.seen()))));
    }

    @Property
    void onceCarriedOutNothingIsLeftToDo(@ForAll("situations") Situation situation) {
        Assume.that(!situation.request().force() && !situation.request().upgrade());
        Optional<Plan> plan = plan(situation);
        Assume.that(plan.isPresent());

        Observation after = StandInWorld.after(plan.get(), situation.request(), situation.seen());

        assertThat(situation.seeing(after).plan().nothingToDo())
                .as("%s, then again: %s", plan.get(), after)
                .isTrue();
    }

    /** What was asked for with force or -U is asked for once. */
    @Property
    void onceForcedNothingIsLeftToDo(@ForAll("situations") Situation situation) {
        Optional<Plan> plan = plan(situation);
        Assume.that(plan.isPresent());

        Observation after = StandInWorld.after(plan.get(), situation.request(), situation.seen());

        EnvironmentRequest calm = asked(situation.request().inputs(), false, false);
        assertThat(new Situation(situation.goal(), calm, after).plan().nothingToDo())
                .isTrue();
    }

    @Property
    void nothingIsDoneOnlyWhereNothingIsAmiss(@ForAll("situations") Situation situation) {
        Optional<Plan> plan = plan(situation);
        Assume.that(situation.goal() != Goal.RUNTIME && plan.isPresent());

        if (plan.get().nothingToDo()) {
            assertThat(situation.request().force()).isFalse();
            assertThat(situation.seen().target()).isInstanceOfSatisfying(Target.Ours.class, ours -> {
                assertThat(ours.damage()).isEmpty();
                assertThat(plan.get().held() ? ours.state().held() : isAsked(situation, ours.state()))
                        .isTrue();
            });
        }
    }

    private static boolean isAsked(Situation situation, EnvironmentState state) {
        return situation.seen().runtime().equals(new RuntimeChoice.Ready(state.runtime()))
                && (situation.goal() != Goal.PACKAGES
                        || ((!situation.request().upgrade()
                                        || situation.request().inputs().locked())
                                && situation.seen().inputs().equals(state.inputs())));
    }

    @Provide
    Arbitrary<Situation> situations() {
        Arbitrary<Goal> goals = Arbitraries.of(Goal.class);
        Arbitrary<Boolean> force = Arbitraries.of(false, false, true);
        Arbitrary<Boolean> upgrade = Arbitraries.of(false, false, true);
        Arbitrary<PackageInputs> packages = Arbitraries.of(REQUIREMENTS, new Packed("app.tar.gz"));
        return Combinators.combine(goals, force, upgrade, targets(), runtimes(), inputs(), packages)
                .as((goal, forced, upgrading, target, runtime, inputs, some) -> new Situation(
                        goal,
                        asked(
                                goal == Goal.PACKAGES || some instanceof Packed ? some : new NoPackages(),
                                forced,
                                upgrading),
                        new Observation(target, runtime, inputs)));
    }

    private static Arbitrary<Target> targets() {
        Arbitrary<List<String>> damage = Arbitraries.of(List.of(), List.of(), List.of("numpy is missing"));
        Arbitrary<List<String>> added = Arbitraries.of(List.of(), List.of("by_hand"));
        Arbitrary<Optional<Hold>> holds =
                inputs().map(PlanPropertiesTest::against).optional(0.3);
        Arbitrary<Target> ours = Combinators.combine(Arbitraries.of("3.14.3", "3.13.5"), inputs(), holds, damage, added)
                .as((version, inputs, hold, broken, more) -> new Target.Ours(
                        StandInWorld.state(7, runtime(version), inputs).with(hold), broken, more));
        return Arbitraries.frequencyOf(
                Tuple.of(6, ours),
                Tuple.of(1, Arbitraries.of(new Target.Absent(), new Target.Foreign())),
                Tuple.of(1, Arbitraries.just(new Target.Occupied("a file"))));
    }

    private static Hold against(InputDigests inputs) {
        return new Hold(List.of(Fingerprint.of("for 3.14", inputs)));
    }

    private static Arbitrary<RuntimeChoice> runtimes() {
        return Arbitraries.of(
                new RuntimeChoice.Ready(runtime("3.14.3")),
                new RuntimeChoice.Ready(runtime("3.13.5")),
                new RuntimeChoice.Missing(List.of(distribution("3.14.3"), distribution("3.13.5")), "there"));
    }

    private static Arbitrary<InputDigests> inputs() {
        return Arbitraries.of("1", "2", "3")
                .map(digest -> new InputDigests("s", Map.of(PROJECT.resolve("requirements.txt"), digest), Map.of()));
    }

    private static EnvironmentRequest asked(PackageInputs inputs, boolean force, boolean upgrade) {
        Asked asked = Asked.in(PROJECT).inputs(inputs);
        asked = force ? asked.forced() : asked;
        return (upgrade ? asked.upgrading() : asked).request();
    }

    private static Runtime runtime(String version) {
        return StandInWorld.installed(distribution(version));
    }

    private static Distribution distribution(String version) {
        return new Distribution(
                PythonVersion.parse(version),
                "linux-x86_64",
                Source.MAVEN,
                new MavenArtifact("org.example", "cpython", version + "-1", "linux-x86_64"),
                version.replace(".", "a").repeat(8),
                new Needs(new Floor.None(), List.of()),
                1);
    }

    private static Optional<Plan> plan(Situation situation) {
        try {
            return Optional.of(situation.plan());
        } catch (UserFailure refused) {
            return Optional.empty();
        }
    }

    /** The plan, or why there is none. */
    private static Object planned(Situation situation) {
        try {
            return situation.plan();
        } catch (UserFailure refused) {
            return refused.getMessage() + refused.hint();
        }
    }

    /** Equal, and not the same. */
    private static Observation copy(Observation seen) {
        InputDigests inputs = new InputDigests(
                seen.inputs().settings(), seen.inputs().files(), seen.inputs().trees());
        Target target = seen.target() instanceof Target.Ours ours
                ? new Target.Ours(ours.state().with(ours.state().hold()), List.copyOf(ours.damage()), ours.added())
                : seen.target();
        return new Observation(target, seen.runtime(), inputs);
    }
}
