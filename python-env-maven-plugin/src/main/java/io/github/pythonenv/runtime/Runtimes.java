package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The interpreters that this user's builds share: which one a request means, and how it gets there. */
public final class Runtimes {
    private final Store store;
    private final Shelf shelf;
    private final UnreachableHosts unreachable;
    private final Choosing choosing;
    private final Provisioning provisioning;
    private final ProgressListener listener;

    public Runtimes(Host host, Store store, Supplies supplies, Processes processes, ProgressListener listener) {
        this.store = store;
        this.shelf = new Shelf(store);
        this.unreachable = new UnreachableHosts(store);
        this.choosing = new Choosing(host, shelf, supplies, unreachable, listener);
        this.provisioning = new Provisioning(host, store, supplies, processes, listener);
        this.listener = listener;
    }

    /**
     * Decides which runtime a request means here: one that is there already, else what the best ones can be made from.
     * Fetches nothing.
     *
     * @throws UserFailure if nothing that matches can be had here; the message says why and what can
     */
    public RuntimeChoice choose(RuntimeRequest request) {
        return choosing.choose(request);
    }

    /** Decides, and makes the runtime where it is not there. */
    public Runtime provide(RuntimeRequest request) {
        RuntimeChoice choice = choose(request);
        return choice instanceof RuntimeChoice.Missing missing
                ? provide(request, missing.candidates())
                : ((RuntimeChoice.Ready) choice).runtime();
    }

    /** Deletes an archive that is not needed any more, if it was fetched into the store. */
    public void release(RuntimeArchive archive) throws IOException {
        provisioning.release(new VerifiedArchive(archive.file()));
    }

    /**
     * Puts a runtime into the store that is made from the first of these archives that can be had and whose interpreter
     * starts here.
     *
     * @throws UserFailure if none can, or if the bytes of one are not those that they have to be
     */
    public Runtime provide(RuntimeRequest request, List<Candidate> candidates) {
        if (request.newest()) {
            unreachable.forget();
        }
        return first(request.mirrors(), candidates, candidate -> provide(request, candidate));
    }

    /** What a runtime was made from, or found as. */
    public Distribution madeFrom(Runtime runtime) {
        return shelf.distribution(runtime.name())
                .orElseThrow(() -> new UserFailure(
                        "Python " + runtime.version() + " at " + runtime.home() + " was not made from an archive.",
                        "Name another source than " + runtime.source() + "."));
    }

    /**
     * Fetches the first of these archives that can be had, whatever machine it is for.
     *
     * @param folder an empty one, for what is not kept elsewhere
     * @throws UserFailure if none can, or if the bytes of one are not those that they have to be
     */
    public RuntimeArchive archive(RuntimeRequest request, List<Distribution> candidates, Path folder)
            throws IOException {
        return first(
                request.mirrors(),
                candidates,
                candidate -> RuntimeArchive.of(
                        candidate, provisioning.archive(request, candidate).file(), folder));
    }

    /**
     * Makes an installation for another machine, from the first of these archives that can be had. Nothing of it is
     * started.
     *
     * @param home an empty folder
     * @throws UserFailure if none can, or if the bytes of one are not those that they have to be
     */
    public Runtime elsewhere(RuntimeRequest request, List<Distribution> candidates, Path home) throws IOException {
        return first(request.mirrors(), candidates, candidate -> provisioning.fillElsewhere(request, candidate, home));
    }

    /** What is done with an archive. */
    private interface Attempt<C extends Candidate, T, E extends Exception> {
        T on(C candidate) throws E;
    }

    /** What comes of the first that is not passed over. */
    private <C extends Candidate, T, E extends Exception> T first(
            Mirrors mirrors, List<C> candidates, Attempt<C, T, E> attempt) throws E {
        List<PassedOver> passedOver = new ArrayList<>();
        for (C candidate : candidates) {
            try {
                return attempt.on(candidate);
            } catch (PassedOver reason) {
                passedOver.add(reason);
                if (passedOver.size() < candidates.size()) {
                    Candidate next = candidates.get(passedOver.size());
                    listener.on(new ProgressEvent.Notice(reason.getMessage() + " Trying " + next.title() + " from "
                            + mirrors.place(next) + " instead."));
                }
            }
        }
        throw PassedOver.all(passedOver);
    }

    /**
     * Puts a runtime into the store, if it is not there or has lost its interpreter: fetched, verified, unpacked, made
     * right, tried, then published whole. Several builds may ask for the same at once; one makes it, the others wait.
     * Environments that stand on one that is made anew go on with it: it has the same bytes at the same place.
     */
    private Runtime provide(RuntimeRequest request, Candidate candidate) {
        String name = RuntimeNames.of(candidate);
        Path finalHome = store.runtimes().resolve(name);
        if (Store.complete(finalHome) && shelf.at(finalHome).isEmpty()) {
            listener.on(new ProgressEvent.Notice(
                    "The installation " + finalHome + " lost its interpreter or its record, and is made anew."));
        }
        Path home = store.publish(
                store.runtimes(),
                name,
                there -> shelf.at(there).isPresent(),
                staging -> provisioning.fill(request, candidate, staging, finalHome),
                listener);
        return shelf.at(home).orElseThrow(() -> new IllegalStateException(home + " was made without an interpreter"));
    }
}
