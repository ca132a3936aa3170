package io.github.pythonenv.environment;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Observation.Target;
import io.github.pythonenv.packages.AuditService;
import io.github.pythonenv.packages.Scrutiny;
import io.github.pythonenv.packages.TorchWheels;
import io.github.pythonenv.packages.Upgrades;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes environments to where they are asked to be. The way in for every goal. */
public final class Environments {

    private final Toolbox tools;

    public Environments(Toolbox tools) {
        this.tools = tools;
    }

    /**
     * Makes the environment what the request says, or leaves it alone if it is that already.
     *
     * @throws io.github.pythonenv.UserFailure when that cannot be done; what stood there before still stands
     */
    public EnvironmentReport bring(EnvironmentRequest asked, Goal goal) {
        return new EnvironmentBuild(tools, asked, goal).bring();
    }

    /** Says what {@link #bring} would do. Changes nothing. */
    public EnvironmentReport plan(EnvironmentRequest asked, Goal goal) {
        return new EnvironmentBuild(tools, asked, goal).plan();
    }

    /**
     * Compares what stands at the target, file by file, with what is asked. Changes nothing.
     *
     * @param scrutiny how closely it looks at each file
     */
    public Inspection inspect(EnvironmentRequest asked, Scrutiny scrutiny) {
        EnvironmentRequest request = tools.accelerated(asked);
        return new Inspector(tools, request, scrutiny)
                .inspect(Observer.with(tools).observe(request));
    }

    /**
     * Which wheels of PyTorch are taken for a request; nothing where nobody asked for an accelerator.
     *
     * @throws UserFailure where those that were asked for are not to be had here
     */
    public Optional<TorchWheels> wheels(EnvironmentRequest asked) {
        return tools.accelerated(asked).settings().torch();
    }

    /** What stands at the target of a request, as far as it says itself; nothing where none of ours stands there. */
    public static Optional<EnvironmentState> standing(EnvironmentRequest request) {
        return StateFile.read(request.directory());
    }

    /** The generations of an environment that are on disk, the newest first. Changes nothing. */
    public List<Generation> generations(EnvironmentRequest request) {
        return new Generations(request.directory()).all();
    }

    /**
     * Puts another generation in the place of the one that stands, which is kept.
     *
     * @throws UserFailure where there is no such generation, or it is not whole; what stands there still stands then
     */
    public RolledBack rollBack(EnvironmentRequest request, Destination destination) {
        Generations generations = new Generations(request.directory());
        Swap swap = Swap.of(generations, tools);
        Rollback rollback = new Rollback(tools, request, generations, swap);
        return generations.alone(tools.listener(), () -> {
            swap.recover(request.directory(), tools, generations.journal());
            RolledBack done = rollback.to(destination);
            generations.journal().note(done.text());
            return done;
        });
    }

    /** Says what {@link #rollBack} would do. Changes nothing. */
    public RolledBack planRollback(EnvironmentRequest request, Destination destination) {
        Generations generations = new Generations(request.directory());
        return new Rollback(tools, request, generations, Swap.of(generations, tools)).plan(destination);
    }

    /**
     * What stands at the target, for those who look at it more closely. Changes nothing.
     *
     * @throws UserFailure where none of ours stands there
     */
    public Standing examine(EnvironmentRequest asked) {
        EnvironmentRequest request = tools.accelerated(asked);
        Observation seen = Observer.with(tools).observe(request);
        if (seen.target() instanceof Target.Ours ours) {
            return new Standing(
                    request,
                    ours.state(),
                    StateFile.fingerprint(request.directory()),
                    Planner.otherRuntime(ours, seen),
                    seen.inputs().changesSince(ours.state().inputs()),
                    ours.added(),
                    new Generations(request.directory()).resolution());
        }
        boolean there = Files.exists(request.directory(), LinkOption.NOFOLLOW_LINKS);
        throw new UserFailure(
                there
                        ? "What stands at " + request.directory() + " was not made by python-env."
                        : "There is no environment at " + request.directory() + ".",
                "Make it with mvn python-env:ensure, or bind the goal ensure to the build.");
    }

    /**
     * Fetches all that {@link #bring} needs, for builds without a network. What stands at the target is not touched.
     *
     * @param platforms other machines that runtime and uv are fetched for, too
     */
    public Stock stock(EnvironmentRequest asked, List<String> platforms) {
        EnvironmentRequest request = tools.accelerated(asked);
        Generations generations = new Generations(request.directory());
        return generations.alone(tools.listener(), () -> new Stocking(tools, request, generations).fetch(platforms));
    }

    /** Whether projects on this machine are part of an environment by links to them: copies are {@linkplain #assemble assembled}. */
    public static boolean linksToProjects(EnvironmentRequest request) {
        return Assembling.links(request);
    }

    /**
     * The digest of what {@link #assemble} would put together.
     *
     * @throws UserFailure where there is no Python for that platform
     */
    public String basis(EnvironmentRequest asked, String platform) {
        EnvironmentRequest request = tools.accelerated(asked);
        return new Assembling(tools, request, new Generations(request.directory())).basis(platform);
    }

    /**
     * Puts together what an environment consists of on a machine, for as long as the work on it takes. Copies stand for
     * projects that are editable here; what stands at the target is not touched.
     *
     * @param platform of the machine, as {@code linux-aarch64} or {@code linux-x86_64-musl}
     * @throws UserFailure where that cannot be done, for example because there is no wheel of a package
     */
    public <T> T assemble(EnvironmentRequest asked, String platform, Function<Assembled, T> work) {
        EnvironmentRequest request = tools.accelerated(asked);
        Generations generations = new Generations(request.directory());
        return generations.alone(
                tools.listener(), () -> new Assembling(tools, request, generations).during(platform, work));
    }

    /**
     * Pins the runtime and uv that the request means here and now, and the packages, for every platform.
     *
     * @param upgrades which packages may get another version than the lock has
     */
    public LockReport lock(EnvironmentRequest asked, Upgrades upgrades) {
        EnvironmentRequest request = tools.accelerated(asked);
        try {
            return new Locking(tools, request).lock(upgrades);
        } catch (IOException e) {
            throw notWritten(request, e);
        }
    }

    /** Locks the packages alone. */
    public LockReport.Packages lockPackages(EnvironmentRequest asked, Upgrades upgrades) {
        EnvironmentRequest request = tools.accelerated(asked);
        try {
            return new PackageLocking(tools, request, List.of()).lock(upgrades);
        } catch (IOException e) {
            throw notWritten(request, e);
        }
    }

    /**
     * Asks for known vulnerabilities of the packages of an environment that stands.
     */
    public AuditAnswer audit(EnvironmentRequest asked, EnvironmentState standing, AuditService service) {
        try {
            return new Auditing(tools, tools.accelerated(asked), standing).ask(service);
        } catch (IOException e) {
            throw Disk.failure(asked.directory(), e);
        }
    }

    /** What an environment that stands consists of. */
    public Materials materials(EnvironmentRequest asked, EnvironmentState standing) {
        return Materials.of(tools.accelerated(asked), standing, tools.host().platform());
    }

    private static UserFailure notWritten(EnvironmentRequest request, IOException cause) {
        return new UserFailure(
                "The locks of " + request.project() + " cannot be written: " + FileFault.why(cause) + ".",
                "Give this user the right to write there, or name another file in <lockFile>.",
                cause);
    }
}
