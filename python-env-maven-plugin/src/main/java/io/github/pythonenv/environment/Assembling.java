package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.Defect;
import io.github.pythonenv.packages.Installer;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.Packed;
import io.github.pythonenv.packages.Scrutiny;
import io.github.pythonenv.packages.Uv;
import io.github.pythonenv.packages.UvLock;
import io.github.pythonenv.packages.UvTool;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.process.Background;
import io.github.pythonenv.progress.Stage;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.store.Staging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Puts together aside what an environment consists of on a machine, for use elsewhere: projects that are editable here
 * are installed as copies. Of another machine's environment nothing is started.
 */
final class Assembling {
    private final Toolbox tools;
    private final EnvironmentRequest request;
    private final Generations generations;
    private final Pins pins;

    Assembling(Toolbox tools, EnvironmentRequest request, Generations generations) {
        this.tools = tools;
        this.request = copied(request);
        this.generations = generations;
        this.pins = new Pins(request, tools.host());
    }

    /** Whether what stands here is made of links to projects in part. */
    static boolean links(EnvironmentRequest request) {
        return !copied(request).inputs().sourceTrees().equals(request.inputs().sourceTrees());
    }

    /** The same with copies of projects in place of links to them. */
    static EnvironmentRequest copied(EnvironmentRequest request) {
        return request.inputs() instanceof UvLock lock && lock.editable()
                ? request.with(lock.withCopies(), request.settings())
                : request;
    }

    /** The digest of what it is put together from. */
    String basis(String platform) {
        Runtime runtime = tools.runtimes().provide(pins.runtime());
        List<String> runtimes = here(platform)
                ? List.of(runtime.sha256())
                : new OtherMachines(tools, request)
                        .like(runtime.version(), platform).stream()
                                .map(Distribution::sha256)
                                .toList();
        return Fingerprint.of(platform + " " + runtimes, InputDigests.of(request));
    }

    private boolean here(String platform) {
        return platform.equals(UvTool.key(tools.host().platform()));
    }

    /** Does it, and removes all when the work is done. */
    <T> T during(String platform, Function<Assembled, T> work) throws IOException {
        boolean here = here(platform);
        if (!here) {
            requireFixed(platform);
        }
        Runtime runtime = tools.runtimes().provide(pins.runtime());
        Uv uv = tools.uv(request, runtime);
        Path folder = generations.begin(runtime);
        Path home = Staging.create(tools.store().home().resolve("staging"), "elsewhere");
        Background<?> created = Background.done(folder);
        try {
            Installer installer = tools.installer(request, runtime, uv, generations.resolution());
            created = installer.create(folder, request.prompt());
            new LockFitting(tools, request).fit(installer.locker(), runtime);
            Runtime there = here ? runtime : elsewhere(platform, runtime, home);
            String unused = tools.timed(
                    Stage.INSTALLING_PACKAGES,
                    request.inputs().summary() + " for " + platform,
                    () -> install(installer, here, platform, folder));
            created.get();
            int packages = new GenerationCheck(tools.processes(), new VenvLayout(folder, tools.windows()), runtime)
                    .sitePackages()
                    .packages()
                    .size();
            return work.apply(new Assembled(folder, there, runtime, packages));
        } finally {
            created.settle();
            Staging.discard(home);
            Staging.discard(folder);
        }
    }

    private String install(Installer installer, boolean here, String platform, Path folder) throws IOException {
        List<Defect> defects = here
                ? installer.install(request.inputs(), folder, Scrutiny.DIGESTS)
                : installer.installFor(platform, request.inputs(), folder);
        GenerationCheck.require(defects.stream().map(Defect::text).toList());
        return request.inputs().summary() + " for " + platform;
    }

    private Runtime elsewhere(String platform, Runtime here, Path home) throws IOException {
        List<Distribution> candidates = new OtherMachines(tools, request).like(here.version(), platform);
        return tools.timed(
                Stage.PROVISIONING_PYTHON,
                candidates.get(0).title() + " for " + platform,
                () -> tools.runtimes().elsewhere(request.runtime(), candidates, home));
    }

    private void requireFixed(String platform) {
        if (request.inputs() instanceof Packed) {
            throw new UserFailure(
                    request.inputs().summary() + " is for this machine's platform, and not for " + platform + ".",
                    "Pack it for " + platform + " where it is made from its lock.");
        }
        if (!(request.inputs() instanceof NoPackages) && !Installer.fixed(request.inputs())) {
            throw new UserFailure(
                    "Nothing fixes which packages " + request.inputs().summary() + " is on " + platform
                            + ", so an environment for it cannot be packed here.",
                    "Lock them, for every platform, with mvn python-env:lock.");
        }
    }
}
