package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Observation.Target;
import io.github.pythonenv.packages.Scrutiny;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts a generation that is on disk in the place of the one that stands, and keeps that one. */
final class Rollback {

    private final Toolbox tools;
    private final EnvironmentRequest request;
    private final Generations generations;
    private final Replacement replacement;

    Rollback(Toolbox tools, EnvironmentRequest request, Generations generations, Replacement replacement) {
        this.tools = tools;
        this.request = request;
        this.generations = generations;
        this.replacement = replacement;
    }

    /**
     * Takes the environment there. Only for a caller that holds its lock.
     *
     * @throws UserFailure where there is no such generation, or it is not whole; what stands there still stands then
     */
    RolledBack to(Destination destination) throws IOException {
        Way way = way(destination);
        EnvironmentState state = way.result().now();
        if (!way.chosen().standing()) {
            requireWhole(way.chosen());
        }
        if (!state.equals(way.chosen().state())) {
            // Written first: whatever stands there at any moment says rightly whether it is held.
            StateFile.write(way.chosen().folder(), state);
        }
        if (!way.chosen().standing()) {
            replacement.replace(
                    way.chosen().folder(), request.directory(), state.runtime().executable());
            tools.users().stands(request.directory(), generations.runtimes());
        }
        return way.result();
    }

    /** What {@link #to} would come to. Changes nothing. */
    RolledBack plan(Destination destination) {
        return way(destination).result();
    }

    private record Way(Generation chosen, RolledBack result) {}

    private Way way(Destination destination) {
        if (request.swap() == SwapMode.IN_PLACE) {
            throw new UserFailure(
                    "With <swap>inPlace</swap> the contents of " + request.directory()
                            + " are replaced, and no earlier generation is kept to go back to.",
                    "Set the inputs back to what they were, and build with mvn python-env:ensure.");
        }
        List<Generation> all = generations.all();
        Optional<Generation> standing =
                all.stream().filter(Generation::standing).findFirst();
        // What a link leads to may be others' too, and a swap would replace the link.
        boolean foreign = Files.isSymbolicLink(request.directory())
                || (standing.isEmpty()
                        && Files.exists(request.directory())
                        && !Observer.names(request.directory()).isEmpty());
        if (foreign) {
            throw new UserFailure(
                    request.directory() + " is no environment of this plugin's, and was not touched.",
                    "Move it elsewhere, and call rollback again.");
        }
        Generation chosen = choose(destination, all, standing);
        Optional<Hold> hold = destination instanceof Destination.Newest ? Optional.empty() : Optional.of(hold());
        return new Way(
                chosen,
                new RolledBack(standing.map(Generation::state), chosen.state().with(hold)));
    }

    private Hold hold() {
        return Hold.against(List.of(tools.accelerated(request), request.withoutPackages()));
    }

    private Generation choose(Destination destination, List<Generation> all, Optional<Generation> standing) {
        if (all.isEmpty()) {
            throw new UserFailure(
                    "There is no generation of " + request.directory() + " to go to.",
                    "Build the environment with mvn python-env:ensure.");
        }
        if (destination instanceof Destination.Newest) {
            return all.get(0);
        }
        Optional<Generation> found = destination instanceof Destination.Numbered numbered
                ? all.stream().filter(one -> one.number() == numbered.number()).findFirst()
                : all.stream().filter(one -> one.number() < before(standing)).findFirst();
        return found.orElseThrow(() -> new UserFailure(
                destination instanceof Destination.Numbered numbered
                        ? "There is no generation " + numbered.number() + " of " + request.directory() + "."
                        : "There is no generation before the one at " + request.directory() + ".",
                "On disk " + (all.size() == 1 ? "is " : "are ") + numbers(all)
                        + ". How many stay there is said by <keepGenerations> (-Dpython-env.keepGenerations=…)"
                        + " and <keepDays>."));
    }

    private static long before(Optional<Generation> standing) {
        return standing.map(Generation::number).orElse(Long.MAX_VALUE);
    }

    private static String numbers(List<Generation> all) {
        return all.stream()
                .map(one -> one.number() + (one.standing() ? " (which stands there)" : ""))
                .collect(Collectors.joining(", "));
    }

    /** A runtime may have left the store since, and files may have been lost. */
    private void requireWhole(Generation chosen) {
        List<String> findings = Observer.target(chosen.folder(), tools.windows()) instanceof Target.Ours ours
                ? Inspector.damage(tools, chosen.folder(), ours, Scrutiny.SIZES)
                : List.of("it is gone");
        if (!findings.isEmpty()) {
            throw new UserFailure(
                    "Generation " + chosen.number() + " of " + request.directory()
                            + " is damaged, and was left where it is:\n  "
                            + String.join("\n  ", findings.subList(0, Math.min(8, findings.size()))),
                    "Take another one (-Dpython-env.generation=…; -Dpython-env.list shows them), or set the inputs back"
                            + " and build it with mvn python-env:ensure.");
        }
    }
}
