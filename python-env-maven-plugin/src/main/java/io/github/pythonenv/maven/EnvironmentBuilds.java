package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentReport;
import io.github.pythonenv.environment.EnvironmentRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Builds the environments of a module, several at once. One that fails does not keep the others from being made: what
 * failed is told when all have ended.
 */
final class EnvironmentBuilds {

    /** Most of a build is waiting for uv and for the disk, so there may be more than there are processors. */
    private static final int AT_ONCE = 4;

    private EnvironmentBuilds() {}

    /**
     * Builds all.
     *
     * @param build builds one; is called in threads of its own
     * @return what each came to, in a sentence
     * @throws UserFailure which tells of all that failed
     */
    static String all(List<EnvironmentRequest> requests, Function<EnvironmentRequest, EnvironmentReport> build) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        Map<String, UserFailure> failures = new LinkedHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, requests.size()));
        try {
            Map<EnvironmentRequest, Future<EnvironmentReport>> running = new LinkedHashMap<>();
            requests.forEach(request -> running.put(request, threads.submit(() -> build.apply(request))));
            running.forEach((request, report) -> note(request.name(), report, outcomes, failures));
        } finally {
            threads.shutdownNow();
        }
        if (!failures.isEmpty()) {
            throw failure(failures, requests.size());
        }
        return sentence(outcomes);
    }

    private static void note(
            String name,
            Future<EnvironmentReport> report,
            Map<String, String> outcomes,
            Map<String, UserFailure> failures) {
        try {
            outcomes.put(name, outcome(report.get()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UserFailure failure) {
                failures.put(name, failure);
            } else {
                throw new IllegalStateException("The environment " + name + " failed", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserFailure("The build was cancelled.", "Run it again; what stood before still stands.", e);
        }
    }

    private static String outcome(EnvironmentReport report) {
        if (report instanceof EnvironmentReport.Planned) {
            return "planned";
        }
        if (report instanceof EnvironmentReport.Held) {
            return "held";
        }
        return report instanceof EnvironmentReport.Built ? "built" : "up to date";
    }

    private static String sentence(Map<String, String> outcomes) {
        List<String> parts = new ArrayList<>();
        outcomes.forEach((name, outcome) -> parts.add(name + " " + outcome));
        return outcomes.size() + " environments: " + String.join(", ", parts) + ".";
    }

    private static UserFailure failure(Map<String, UserFailure> failures, int all) {
        if (failures.size() == 1) {
            UserFailure one = failures.values().iterator().next();
            return new UserFailure(
                    failures.keySet().iterator().next() + ", one of " + all + " environments: " + one.getMessage(),
                    one.hint(),
                    one);
        }
        List<String> whats = new ArrayList<>();
        List<String> hints = new ArrayList<>();
        failures.forEach((name, failure) -> {
            whats.add(name + ": " + failure.getMessage());
            hints.add(name + ": " + failure.hint());
        });
        return new UserFailure(
                failures.size() + " of " + all + " environments failed.\n\n" + String.join("\n\n", whats),
                String.join("\n", hints),
                failures.values().iterator().next());
    }
}
