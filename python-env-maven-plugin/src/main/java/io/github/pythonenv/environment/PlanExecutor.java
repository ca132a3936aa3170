package io.github.pythonenv.environment;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.activation.ActivationScripts;
import io.github.pythonenv.activation.ShellVariable;
import io.github.pythonenv.environment.Observation.Target;
import io.github.pythonenv.packages.Defect;
import io.github.pythonenv.packages.Installer;
import io.github.pythonenv.packages.Scrutiny;
import io.github.pythonenv.packages.SitePackages;
import io.github.pythonenv.packages.Uv;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.process.Background;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.Stage;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.RuntimeChoice;
import io.github.pythonenv.store.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Runs the steps of a plan, in order, and tells of each. Whatever fails, the target is as it was. */
final class PlanExecutor {

    private final Toolbox tools;
    private final EnvironmentRequest request;
    private final Observation seen;
    private final Generations generations;
    private final Replacement replacement;

    private List<String> reasons = List.of();

    // What steps hand on to later ones.
    private @Nullable Runtime runtime;
    private @Nullable Uv uv;
    private @Nullable Path fresh;
    private @Nullable Installer installer;
    private Background<List<String>> interpreter = Background.done(List.of());
    private InputDigests inputs;
    private List<Defect> defects = List.of();
    private @Nullable EnvironmentState state;

    PlanExecutor(
            Toolbox tools,
            EnvironmentRequest request,
            Observation seen,
            Generations generations,
            Replacement replacement) {
        this.tools = tools;
        this.request = request;
        this.seen = seen;
        this.generations = generations;
        this.replacement = replacement;
        this.inputs = seen.inputs();
        this.runtime = seen.runtime() instanceof RuntimeChoice.Ready ready ? ready.runtime() : null;
    }

    /** The state of the generation that stands at the target now. */
    EnvironmentState execute(Plan plan) throws IOException {
        reasons = plan.reasons();
        try {
            for (Step step : plan.steps()) {
                run(step);
            }
            return Objects.requireNonNull(state);
        } finally {
            // It has its working directory there.
            interpreter.settle();
            if (fresh != null) {
                discard(fresh);
            }
        }
    }

    /** Deletes the new generation. Where a swap was cut off, the old one may lie there: that is left alone. */
    private void discard(Path folder) {
        EnvironmentState made = state;
        try {
            if (made == null || StateFile.read(folder).filter(made::equals).isPresent()) {
                Staging.discard(folder);
            }
        } catch (IOException e) {
            tools.warn(folder + " could not be deleted, and can be: " + FileFault.why(e) + ".");
        }
    }

    private void run(Step step) throws IOException {
        if (step instanceof Step.ProvisionRuntime provision) {
            runtime = tools.provide(request.runtime(), provision.candidates());
        } else if (step instanceof Step.CreateGeneration) {
            tools.timed(
                    Stage.CREATING_VIRTUAL_ENV,
                    request.directory().getFileName().toString(),
                    this::create);
        } else if (step instanceof Step.UnpackGeneration unpack) {
            tools.timed(Stage.CREATING_VIRTUAL_ENV, unpack.inputs().summary(), () -> unpack(unpack));
        } else if (step instanceof Step.FitLock) {
            if (new LockFitting(tools, request)
                    .fit(Objects.requireNonNull(installer).locker(), runtime())) {
                inputs = InputDigests.of(request);
            }
        } else if (step instanceof Step.InstallPackages install) {
            tools.timed(Stage.INSTALLING_PACKAGES, install.inputs().summary(), () -> {
                defects = Objects.requireNonNull(installer).install(install.inputs(), fresh(), scrutiny());
                return packages();
            });
        } else if (step instanceof Step.VerifyGeneration) {
            verify();
        } else if (step instanceof Step.SwapIn swapIn) {
            swapIn(swapIn);
        } else if (step instanceof Step.PruneGenerations prune) {
            new Pruning(tools, request.directory(), generations).prune(prune.retention(), replaced());
        }
    }

    private String unpack(Step.UnpackGeneration step) throws IOException {
        claim();
        fresh = generations.begin(runtime());
        PackedGeneration packed =
                new PackedGeneration(runtime(), layout(fresh()), tools.processes(), tools.variables());
        packed.create(request.prompt());
        interpreter = Background.start(() -> check().interpreter(tools.variables()));
        packed.fill();
        GenerationCheck.require(
                check().sitePackages().defects(scrutiny()).stream()
                        .map(Defect::text)
                        .toList(),
                "Files of " + runtime().home() + " may be damaged: remove it with mvn python-env:runtimes"
                        + " -Dpython-env.action=remove -Dpython-env.force -Dpython-env.runtime="
                        + runtime().name() + ", and build again.");
        return step.inputs().summary();
    }

    /** Says that the runtime is in use, so that nobody prunes it. */
    private void claim() throws IOException {
        tools.users().claim(request.directory(), runtime());
        if (!Files.isExecutable(runtime().executable())) {
            throw new UserFailure(
                    "CPython " + runtime().version() + " was removed just now: "
                            + runtime().executable() + " is gone.",
                    "Run the build again.");
        }
    }

    private String create() throws IOException {
        claim();
        uv = tools.uv(request, runtime());
        fresh = generations.begin(runtime());
        tellOfWheels();
        installer = tools.installer(request, runtime(), uv, generations.resolution());
        // Mostly waiting for two programs, while what is to be installed is worked out.
        interpreter =
                installer.create(fresh(), request.prompt()).then(python -> check().interpreter(tools.variables()));
        return "CPython " + runtime().version() + ", uv " + uv.version();
    }

    private void tellOfWheels() {
        request.settings().torch().ifPresent(wheels -> {
            tools.listener()
                    .on(new ProgressEvent.Notice("Wheels of PyTorch are those for "
                            + wheels.indexes().get(0) + ": " + wheels.reason()));
            wheels.warning().ifPresent(tools::warn);
        });
    }

    private void verify() throws IOException {
        tools.timed(Stage.VERIFYING, "the new generation", () -> {
            List<String> findings = new ArrayList<>(interpreter.get());
            defects.forEach(defect -> findings.add(defect.text()));
            GenerationCheck.require(findings);
            List<ShellVariable> variables = new TunedFiles(tools.tuning(), request).write(layout(fresh()), runtime());
            SitePackages sitePackages = check().sitePackages();
            EnvironmentState verified = new EnvironmentState(
                    generations.nextNumber(),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS),
                    request.name(),
                    request.project(),
                    runtime(),
                    Optional.ofNullable(uv).map(Uv::version).orElse(EnvironmentState.NO_UV),
                    inputs,
                    sitePackages.entries(),
                    sitePackages.packages().size(),
                    String.join(", ", reasons),
                    Optional.empty());
            ActivationScripts.write(layout(fresh()), layout(request.directory()), request.prompt(), variables);
            StateFile.write(fresh(), verified);
            state = verified;
            return verified.packages() + (verified.packages() == 1 ? " package" : " packages");
        });
    }

    private void swapIn(Step.SwapIn step) throws IOException {
        if (request.swap() == SwapMode.EXCHANGE) {
            fresh = generations.shelve(fresh(), step.foreign());
        }
        Optional<Path> kept =
                replacement.replace(fresh(), step.target(), runtime().executable());
        if (kept.isPresent() && step.foreign()) {
            tools.warn("The virtual environment that stood at " + step.target()
                    + " was not made by python-env; it is kept at " + kept.get() + ".");
            generations.journal().note("moved the virtual environment that stood there to " + kept.get());
        }
    }

    /** The number of the generation that stood there until now. */
    private OptionalLong replaced() {
        return seen.target() instanceof Target.Ours ours
                ? OptionalLong.of(ours.state().generation())
                : OptionalLong.empty();
    }

    private GenerationCheck check() {
        return new GenerationCheck(tools.processes(), layout(fresh()), runtime());
    }

    private String packages() {
        int count = check().sitePackages().packages().size();
        return count + (count == 1 ? " package" : " packages");
    }

    /** Where an environment was damaged, so may be what uv's cache has of it: hard links make them the same files. */
    private Scrutiny scrutiny() {
        boolean suspicious = request.force()
                || (seen.target() instanceof Target.Ours ours && !ours.damage().isEmpty());
        return suspicious ? Scrutiny.DIGESTS : Scrutiny.SIZES;
    }

    private VenvLayout layout(Path directory) {
        return new VenvLayout(directory, tools.windows());
    }

    private Runtime runtime() {
        return Objects.requireNonNull(runtime);
    }

    private Path fresh() {
        return Objects.requireNonNull(fresh);
    }
}
