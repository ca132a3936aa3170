package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The interpreters that this user's builds share: which one a request means, and how it gets there. */
public final class Runtimes {
    private final Host host;
    private final Store store;
    private final Catalogue catalogue;
    private final Shelf shelf;
    private final Provisioning provisioning;
    private final ProgressListener listener;

    public Runtimes(
            Host host,
            Store store,
            Catalogue catalogue,
            ArtifactResolver resolver,
            Processes processes,
            ProgressListener listener) {
        this.host = host;
        this.store = store;
        this.catalogue = catalogue;
        this.shelf = new Shelf(store);
        this.provisioning = new Provisioning(host, resolver, processes, listener);
        this.listener = listener;
    }

    /**
     * Looks for an installation in the store. Cheap: starts nothing, and asks neither catalogue nor network.
     *
     * @param name of its folder
     * @return the runtime; nothing if there is none of that name, or it lost its interpreter
     */
    public Optional<Runtime> installed(String name) {
        return shelf.runtime(name);
    }

    /** Looks for the installation of a distribution in the store, as {@link #installed(String)} does. */
    public Optional<Runtime> installed(Distribution distribution) {
        return installed(RuntimeNames.of(distribution));
    }

    /**
     * Decides which distribution a request means here: one whose runtime is in the store already, else the newest in
     * the catalogue that starts on this machine.
     *
     * @param request which versions will do
     * @param newest whether to pass over what the store has
     * @throws UserFailure if nothing that matches can be had here; the message says why and what can
     */
    public Distribution select(VersionRequest request, boolean newest) {
        RuntimeChoice choice = new RuntimeChoice(host);
        Optional<Distribution> stored = newest ? Optional.empty() : choice.newest(shelf.distributions(), request);
        if (stored.isPresent()) {
            listener.on(new ProgressEvent.Detail(
                    "Python " + stored.get().version() + " for '" + request + "': it is in the store already."));
            return stored.get();
        }
        List<Distribution> offered = catalogue.distributions();
        Distribution chosen =
                choice.newest(offered, request).orElseThrow(() -> new NoSuchPython(host, offered).failure(request));
        choice.passedOver(offered, request, chosen)
                .ifPresent(newer ->
                        listener.on(new ProgressEvent.Notice("Python " + chosen.version() + " for '" + request + "': "
                                + newer.version() + " " + newer.obstacle(host).orElseThrow() + ".")));
        listener.on(new ProgressEvent.Detail("Python " + chosen.version() + " for '" + request
                + "': the newest in the catalogue that starts here, from " + chosen.source() + "."));
        return chosen;
    }

    /**
     * Puts a distribution's runtime into the store, if it is not there: fetched, verified, unpacked, made right, tried,
     * then published whole. Several builds may ask for the same at once; one makes it, the others wait.
     *
     * @throws UserFailure if the archive cannot be had or is another file, or if the interpreter does not work here
     */
    public Runtime provide(Distribution distribution) {
        String name = RuntimeNames.of(distribution);
        Path finalHome = store.runtimes().resolve(name);
        Path home = store.publish(
                store.runtimes(), name, staging -> provisioning.fill(distribution, staging, finalHome), listener);
        return shelf.runtime(name)
                .orElseThrow(() -> new UserFailure(
                        "The installation " + home + " in the store is damaged: its interpreter or its record is gone.",
                        "Delete that folder and run the build again."));
    }
}
