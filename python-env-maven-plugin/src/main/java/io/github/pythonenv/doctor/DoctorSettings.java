package io.github.pythonenv.doctor;

import io.github.pythonenv.validation.FailOn;
import io.github.pythonenv.validation.UserCheck;
import java.util.List;

/**
 * What was asked of the checks of a machine.
 *
 * @param checks the ids of checks and categories to run, or with {@code !} before them not to run; all unless one is
 *     named without
 * @param failOn which verdicts fail the build
 * @param commands checks of the user's own
 * @param packages packages of the operating system that have to be there; where one has other names on other systems,
 *     these are separated by {@code |}
 */
public record DoctorSettings(List<String> checks, FailOn failOn, List<UserCheck> commands, List<String> packages) {

    /** What counts where nobody says otherwise. */
    public static final DoctorSettings USUAL = new DoctorSettings(List.of(), FailOn.ERROR, List.of(), List.of());

    public DoctorSettings {
        checks = List.copyOf(checks);
        commands = List.copyOf(commands);
        packages = List.copyOf(packages);
    }
}
