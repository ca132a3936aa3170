package io.github.pythonenv.configuration;

import io.github.pythonenv.doctor.DoctorSettings;

/** What settings say of the checks of the machine. */
public final class DoctorRequests {

    private DoctorRequests() {}

    /**
     * How the machine is checked.
     *
     * @throws io.github.pythonenv.UserFailure where a value is none that its setting takes
     */
    public static DoctorSettings of(Settings set) {
        return new DoctorSettings(
                set.texts(Setting.DOCTOR_CHECKS),
                ValidationRequests.failOn(set, Setting.DOCTOR_FAIL_ON),
                set.userChecks(Setting.DOCTOR_COMMANDS),
                set.texts(Setting.DOCTOR_PACKAGES));
    }
}
