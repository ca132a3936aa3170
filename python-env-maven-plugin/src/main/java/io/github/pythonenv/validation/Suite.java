package io.github.pythonenv.validation;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Runs checks, one after the other. What goes wrong in one is that one's result. */
public final class Suite {

    private static final String SEE = "See the check " + InterpreterCheck.ID + ".";

    private final Predicate<Check> canLook;
    private final Consumer<CheckResult> listener;

    /**
     * @param start of the environment's interpreter
     * @param listener hears of each result as it comes
     */
    Suite(Start start, Consumer<CheckResult> listener) {
        this(check -> !check.needsInterpreter() || start.works(), listener);
    }

    /**
     * For checks that need no interpreter.
     *
     * @param listener hears of each result as it comes
     */
    public Suite(Consumer<CheckResult> listener) {
        this(check -> true, listener);
    }

    private Suite(Predicate<Check> canLook, Consumer<CheckResult> listener) {
        this.canLook = canLook;
        this.listener = listener;
    }

    /** The results, in the order of the checks. */
    public List<CheckResult> run(List<Check> checks) {
        boolean interpreterIsTold = checks.stream().anyMatch(check -> check.id().equals(InterpreterCheck.ID));
        List<CheckResult> results = new ArrayList<>();
        for (Check check : checks) {
            long from = System.nanoTime();
            Outcome outcome = outcome(check, interpreterIsTold);
            CheckResult result = new CheckResult(
                    check.id(),
                    check.category(),
                    check.title(),
                    outcome.verdict(),
                    outcome.evidence(),
                    outcome.figures(),
                    (System.nanoTime() - from) / 1_000_000);
            results.add(result);
            listener.accept(result);
        }
        return List.copyOf(results);
    }

    private Outcome outcome(Check check, boolean interpreterIsTold) {
        try {
            return interpreterIsTold && !canLook.test(check)
                    ? Outcome.skipped("The environment's interpreter does not start. " + SEE)
                    : check.look();
        } catch (UserFailure e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return failed(String.valueOf(e.getMessage()), e.hint());
        } catch (IOException | UncheckedIOException e) {
            return failed(
                    "A file could not be read: " + FileFault.why(e) + ".",
                    "Check the file's rights and the disk, and try again.");
        } catch (RuntimeException | StackOverflowError bug) {
            return failed(
                    "The check itself broke down: " + bug,
                    "Report this as a bug, and leave the check out for now with !" + check.id() + " in its checks.");
        }
    }

    private static Outcome failed(String what, String hint) {
        return new Outcome(new Verdict.Failed(what, hint), List.of(), List.of());
    }
}
