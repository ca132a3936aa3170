package io.github.pythonenv.environment;

import io.github.pythonenv.environment.Stock.Item;
import io.github.pythonenv.packages.Defect;
import io.github.pythonenv.packages.Installer;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.Packed;
import io.github.pythonenv.packages.Scrutiny;
import io.github.pythonenv.packages.Uv;
import io.github.pythonenv.packages.UvTool;
import io.github.pythonenv.process.Background;
import io.github.pythonenv.progress.Stage;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.RuntimeArchive;
import io.github.pythonenv.store.Staging;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Fetches what later builds need without a network. The packages get into uv's cache, and their resolution onto the
 * disk, by building the environment as it will be built, in a folder that is deleted then.
 */
final class Stocking {
    private final Toolbox tools;
    private final EnvironmentRequest request;
    private final Generations generations;
    private final Pins pins;
    private final List<Item> items = new ArrayList<>();

    Stocking(Toolbox tools, EnvironmentRequest request, Generations generations) {
        this.tools = tools;
        this.request = request;
        this.generations = generations;
        this.pins = new Pins(request, tools.host());
    }

    /**
     * Does it.
     *
     * @param platforms other machines that runtime and uv are fetched for, too
     */
    Stock fetch(List<String> platforms) throws IOException {
        Runtime runtime = tools.timed(
                Stage.PROVISIONING_PYTHON, "CPython " + request.python().text(), () -> {
                    Runtime provided = tools.runtimes().provide(pins.runtime());
                    items.add(new Item("CPython " + provided.version(), Trees.size(provided.home())));
                    return provided;
                });
        if (request.inputs() instanceof Packed) {
            // All of it came with the runtime.
            return new Stock(items);
        }
        Uv uv = tools.uv(request, runtime);
        items.add(new Item("uv " + uv.version(), Files.size(uv.executable())));
        if (!(request.inputs() instanceof NoPackages)) {
            tools.timed(Stage.INSTALLING_PACKAGES, request.inputs().summary(), () -> packages(runtime, uv));
        }
        for (String platform : platforms) {
            elsewhere(platform, runtime, uv);
        }
        return new Stock(items);
    }

    private String packages(Runtime runtime, Uv uv) throws IOException {
        Path folder = generations.begin(runtime);
        Background<?> created = Background.done(folder);
        try {
            Installer installer = tools.installer(request, runtime, uv, generations.resolution());
            created = installer.create(folder, request.prompt());
            new LockFitting(tools, request).fit(installer.locker(), runtime);
            GenerationCheck.require(installer.install(request.inputs(), folder, Scrutiny.DIGESTS).stream()
                    .map(Defect::text)
                    .toList());
            items.add(new Item(request.inputs().summary(), Trees.size(folder)));
            return "in uv's cache";
        } finally {
            created.settle();
            Staging.discard(folder);
        }
    }

    /** What is for another machine is kept as it was fetched: in the local repository, and in the store. */
    private void elsewhere(String platform, Runtime runtime, Uv here) throws IOException {
        List<Distribution> candidates = new OtherMachines(tools, request).runtimes(platform);
        Path folder =
                Files.createDirectories(tools.store().home().resolve("archives").resolve(platform));
        RuntimeArchive archive = tools.runtimes().archive(request.runtime(), candidates, folder);
        items.add(new Item(
                archive.distribution().title() + " for " + platform + ", " + archive.file(),
                Files.size(archive.file())));
        UvSupply supply = new UvSupply(tools);
        Path uv = supply.tool(request.runtime().mirrors())
                .provideFor(platform, () -> supply.pip(runtime, request.runtime()), supply.fetching(request));
        items.add(new Item("uv " + UvTool.pinnedVersion() + " for " + platform + ", " + uv, Trees.size(uv)));
        if (!(request.inputs() instanceof NoPackages)) {
            packagesElsewhere(platform, archive.distribution().version(), runtime, here);
        }
    }

    private void packagesElsewhere(String platform, PythonVersion there, Runtime runtime, Uv uv) throws IOException {
        if (!there.series().equals(runtime.version().series())) {
            lacking(platform, "CPython there is " + there + ", and " + runtime.version() + " here: ask for one series");
            return;
        }
        Path folder = generations.begin(runtime);
        Background<?> created = Background.done(folder);
        try {
            Installer installer = tools.installer(request, runtime, uv, generations.resolution());
            created = installer.create(folder, request.prompt());
            if (installer.fetch(request.inputs(), folder, platform)) {
                items.add(new Item(request.inputs().summary() + " for " + platform, Trees.size(folder)));
            } else {
                lacking(platform, "no versions are fixed: lock them with mvn python-env:lock");
            }
        } finally {
            created.settle();
            Staging.discard(folder);
        }
    }

    private void lacking(String platform, String why) {
        tools.warn("The packages for " + platform + " were not fetched, since " + why + ".");
    }
}
