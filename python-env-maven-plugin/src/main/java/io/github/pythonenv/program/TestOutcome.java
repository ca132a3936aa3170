package io.github.pythonenv.program;

import java.util.Optional;
import java.util.stream.Collectors;

/** What a run of pytest came to. Source of the exit statuses: pytest's reference, "Exit codes". */
public sealed interface TestOutcome {

    /** All tests passed. */
    record Passed(TestResults results) implements TestOutcome {}

    /** There was none to run. */
    record NoTests() implements TestOutcome {}

    /** Tests failed, or what pytest is to hold over all of them, such as a minimum of coverage. */
    record Failed(String why) implements TestOutcome {}

    /** pytest did not get to run the tests. */
    record Broken(String why) implements TestOutcome {}

    /** Judges by pytest's exit status and by its report, if it got to write one. */
    static TestOutcome of(int exitStatus, Optional<TestResults> results) {
        boolean bad = results.isPresent() && results.get().bad() > 0;
        if (exitStatus == 0 && results.isPresent()) {
            return new Passed(results.get());
        }
        if (exitStatus == 5) {
            return new NoTests();
        }
        // 2 is an interruption: because files could not be imported, or by a plugin or a key.
        if ((exitStatus == 1 || exitStatus == 2) && bad) {
            return new Failed(words(results.get()));
        }
        if (exitStatus == 1 && results.isPresent()) {
            return new Failed("No test failed, but something that holds for all of them did, as pytest says above");
        }
        return new Broken(
                switch (exitStatus) {
                    case 0 -> "pytest succeeded, but wrote no report";
                    case 2 -> "pytest was interrupted";
                    case 3 -> "pytest ended with an internal error";
                    case 4 -> "pytest could not be used as it was called";
                    default -> "pytest ended with exit status " + exitStatus;
                });
    }

    private static String words(TestResults results) {
        int shown = 5;
        String names = results.faulty().stream().limit(shown).collect(Collectors.joining(", "));
        int more = results.faulty().size() - shown;
        return results.bad() + " of " + results.tests() + (results.tests() == 1 ? " test" : " tests") + " failed: "
                + names + (more > 0 ? " and " + more + " more" : "");
    }
}
