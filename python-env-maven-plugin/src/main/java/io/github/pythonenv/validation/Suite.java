package io.github.pythonenv.validation;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Runs checks, one after the other. What goes wrong in one is that one's result. */
public final class Suite {

    /**
     * Why checks that need the interpreter would tell of faults that are none of theirs.
     *
     * @param teller the check that tells of it
     * @param closed whether it is so
     * @param reason the same for a person
     */
    private record Gate(String teller, BooleanSupplier closed, String reason) {}

    private final List<Gate> gates;
    private final Consumer<CheckResult> listener;

    /**
     * @param start of the environment's interpreter
     * @param configuration the file without which the interpreter is not that of an environment
     * @param listener hears of each result as it comes
     */
    Suite(Start start, Path configuration, Consumer<CheckResult> listener) {
        this(
                List.of(
                        new Gate(
                                InterpreterCheck.ID,
                                () -> !start.works(),
                                "The environment's interpreter does not start."),
                        new Gate(
                                StructureCheck.ID,
                                () -> !Files.isRegularFile(configuration),
                                "Without a pyvenv.cfg the interpreter does not find the environment.")),
                listener);
    }

    /**
     * For checks that need no interpreter.
     *
     * @param listener hears of each result as it comes
     */
    public Suite(Consumer<CheckResult> listener) {
        this(List.of(), listener);
    }

    private Suite(List<Gate> gates, Consumer<CheckResult> listener) {
        this.gates = gates;
        this.listener = listener;
    }

    /** The results, in the order of the checks. */
    public List<CheckResult> run(List<Check> checks) {
        // Where nobody tells, the others may not pass over it in silence.
        List<Gate> told = gates.stream()
                .filter(gate -> checks.stream().anyMatch(check -> check.id().equals(gate.teller())))
                .toList();
        List<CheckResult> results = new ArrayList<>();
        for (Check check : checks) {
            long from = System.nanoTime();
            Outcome outcome = outcome(check, told);
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

    private static Outcome outcome(Check check, List<Gate> gates) {
        try {
            Optional<Gate> closed = check.needsInterpreter()
                    ? gates.stream()
                            .filter(gate -> gate.closed().getAsBoolean())
                            .findFirst()
                    : Optional.empty();
            return closed.isPresent()
                    ? Outcome.skipped(closed.get().reason() + " See the check "
                            + closed.get().teller() + ".")
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
