package io.github.pythonenv.validation;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.DeadlinePassed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/**
 * Imports modules in child processes, those of one package in one, several at a time. A module that ends its process or
 * never comes back costs that one import only: the rest of the package goes on in another process.
 *
 * @param python the environment's interpreter
 * @param limit how long the modules of one package may take together
 * @param parallel how many processes at a time
 */
record Imports(Python python, Duration limit, int parallel) {

    /** More of them make a process too long for one deadline, and a command line too long for Windows. */
    private static final int TARGETS = 100;

    /**
     * What is imported of a package: modules by their names, and what is in them as in {@code numpy.f2py:main}.
     *
     * @param modules what comes first
     * @param more what is tried in the same process behind it, unless one of the modules ends that or hangs in it
     */
    record Targets(List<String> modules, List<String> more) {
        Targets {
            modules = List.copyOf(modules);
            more = List.copyOf(more);
        }

        static Targets of(List<String> modules) {
            return new Targets(modules, List.of());
        }

        /** In parts of which each is one process's. */
        List<Targets> parts() {
            if (modules.size() + more.size() <= TARGETS) {
                return List.of(this);
            }
            List<Targets> parts = new ArrayList<>();
            for (List<String> all : List.of(modules, more)) {
                for (int from = 0; from < all.size(); from += TARGETS) {
                    parts.add(of(all.subList(from, Math.min(from + TARGETS, all.size()))));
                }
            }
            return parts;
        }
    }

    /**
     * Tries them all.
     *
     * @param targets of each package
     */
    List<Trial> of(Map<String, Targets> targets) {
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, parallel));
        try {
            List<Future<List<Trial>>> begun = new ArrayList<>();
            targets.forEach((distribution, all) -> {
                for (Targets part : all.parts()) {
                    Callable<List<Trial>> job = () -> tried(distribution, part);
                    begun.add(workers.submit(job));
                }
            });
            List<Trial> trials = new ArrayList<>();
            for (Future<List<Trial>> job : begun) {
                trials.addAll(job.get());
            }
            return trials;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserFailure("The build was cancelled while modules were imported.", "Run it again.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private List<Trial> tried(String distribution, Targets part) {
        List<String> targets = new ArrayList<>(part.modules());
        targets.addAll(part.more());
        List<Trial> trials = new ArrayList<>();
        while (trials.size() < targets.size()) {
            List<String> rest = targets.subList(trials.size(), targets.size());
            List<Trial> finished = Collections.synchronizedList(new ArrayList<>());
            Trial.Result end;
            try {
                Completed completed =
                        python.run(rest, "modules.py", limit, answer -> add(finished, distribution, answer));
                end = new Trial.Crashed(completed.exitCode());
            } catch (DeadlinePassed e) {
                end = new Trial.Hung(limit.toSeconds());
            }
            List<Trial> known = List.copyOf(finished);
            trials.addAll(known);
            if (known.size() < rest.size()) {
                trials.add(new Trial(distribution, rest.get(known.size()), end));
                if (trials.size() <= part.modules().size()) {
                    targets = part.modules();
                }
            }
        }
        return trials;
    }

    private static void add(List<Trial> finished, String distribution, JsonNode answer) {
        if (answer.has("works")) {
            finished.add(new Trial(
                    distribution,
                    answer.path("works").asString(""),
                    new Trial.Works(answer.path("milliseconds").asDouble(0))));
        } else if (answer.has("failed")) {
            finished.add(new Trial(
                    distribution,
                    answer.path("failed").asString(""),
                    new Trial.Raised(
                            answer.path("kind").asString(""),
                            answer.path("text").asString(""),
                            answer.path("missing").asString(""),
                            answer.path("standard").asBoolean(false))));
        }
    }
}
