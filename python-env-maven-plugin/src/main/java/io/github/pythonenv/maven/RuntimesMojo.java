package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.RuntimeMirrors;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.registry.Inventory;
import io.github.pythonenv.registry.Outcome;
import io.github.pythonenv.registry.Registry;
import io.github.pythonenv.registry.Updates;
import io.github.pythonenv.registry.Upkeep;
import io.github.pythonenv.runtime.Runtimes;
import io.github.pythonenv.runtime.Supplies;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * The Pythons that this user's builds know: those in the store, and those that were found on the machine. Lists them,
 * looks for more, sets the default, tries, updates and removes them. Needs no project.
 */
@Mojo(name = "runtimes", requiresProject = false, aggregator = true, threadSafe = true)
public final class RuntimesMojo extends StoreMojo {
    private static final String ACTIONS = "list, discover, register, default, health, update, remove or prune";

    /**
     * What to do: <code>list</code> them; <code>discover</code>, look over the machine for more; <code>register</code>
     * the one named by <code>executable</code>; make <code>runtime</code> the <code>default</code>, which is taken
     * before all others where it matches; try them all or <code>runtime</code> (<code>health</code>);
     * <code>update</code> them all or <code>runtime</code> to the newest patch, from where it came;
     * <code>remove</code> <code>runtime</code>; <code>prune</code> what no environment stands on.
     */
    @Parameter(property = "python-env.action", defaultValue = "list")
    private String action;

    /** The runtime that is meant: its id, or the beginning of it or of its version if no other begins so. */
    @Parameter(property = "python-env.runtime")
    private @Nullable String runtime;

    /** The interpreter to register. */
    @Parameter(property = "python-env.executable")
    private @Nullable File executable;

    /** Whether <code>prune</code> does what it says, and <code>remove</code> takes also what environments stand on. */
    @Parameter(property = "python-env.force", defaultValue = "false")
    private boolean force;

    /** How the result is shown: <code>text</code> or <code>json</code>. */
    @Parameter(property = "python-env.output", defaultValue = "text")
    private String output;

    /**
     * A file that the result is written to as JSON, in the form of <code>runtimes-1.0.schema.json</code>: <code>action</code>; <code>runtimes</code>, each with what
     * <code>registry.json</code> says of it and the folders of the <code>environments</code> that stand on it; and
     * <code>remarks</code>, a list of sentences.
     */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    /** The mirror of python-build-standalone that <code>update</code> asks, as for <code>ensure</code>. */
    @Parameter(property = "python-env.standaloneMirror")
    private @Nullable String standaloneMirror;

    /** The group that <code>mirror</code> put runtimes under, as for <code>ensure</code>. */
    @Parameter(property = "python-env.mirrorGroupId")
    private @Nullable String mirrorGroupId;

    /** A uv of your own, which <code>update</code> has update its Pythons; unless set, the one that this plugin pins. */
    @Parameter(property = "python-env.uvExecutable")
    private @Nullable File uvExecutable;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    private final RepositorySystem repositorySystem;

    @Inject
    public RuntimesMojo(RepositorySystem repositorySystem) {
        this.repositorySystem = repositorySystem;
    }

    @Override
    void perform() {
        DataOutput data = new DataOutput(getLog(), output, outputFile);
        Outcome outcome = act();
        data.write(RuntimesText.data(action, outcome), RuntimesText.table(outcome));
    }

    private Outcome act() {
        Inventory inventory = new Inventory(host(), store(), Clock.systemUTC(), new Processes(), progress());
        return switch (action) {
            case "list" -> inventory.list();
            case "discover" -> inventory.discover();
            case "register" -> inventory.register(named());
            case "default" -> inventory.prefer(meant());
            case "health" -> inventory.health(Optional.ofNullable(runtime));
            case "update" -> updates(inventory).update(Optional.ofNullable(runtime));
            case "remove" -> upkeep(inventory).remove(meant(), force);
            case "prune" -> upkeep(inventory).prune(force);
            default ->
                throw new UserFailure(
                        "There is no action '" + action + "'.", "Set -Dpython-env.action to " + ACTIONS + ".");
        };
    }

    private String meant() {
        if (runtime == null || runtime.isBlank()) {
            throw new UserFailure(
                    "Nobody says which runtime is meant.",
                    "Name it with -Dpython-env.runtime=<id>; mvn python-env:runtimes lists them.");
        }
        return runtime;
    }

    private Path named() {
        if (executable == null) {
            throw new UserFailure(
                    "Nobody says which interpreter is to be registered.",
                    "Name it with -Dpython-env.executable=<path>, for example /usr/bin/python3.");
        }
        return executable.toPath().toAbsolutePath().normalize();
    }

    private Upkeep upkeep(Inventory inventory) {
        return new Upkeep(store(), Clock.systemUTC(), inventory, progress());
    }

    private Updates updates(Inventory inventory) {
        Supplies supplies = supplies(
                project, repositorySystem, Optional.ofNullable(uvExecutable).map(File::toPath));
        return new Updates(
                inventory,
                new Registry(store(), Clock.systemUTC(), progress()),
                new Runtimes(host(), store(), supplies, new Processes(), progress()),
                RuntimeMirrors.of(Optional.ofNullable(standaloneMirror), Optional.ofNullable(mirrorGroupId)),
                session().isOffline(),
                Clock.systemUTC());
    }

    private ConsoleProgress progress() {
        return new ConsoleProgress(getLog(), "");
    }
}
