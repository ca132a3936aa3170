package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Prospects;
import io.github.pythonenv.packages.IndexesInUse;
import io.github.pythonenv.runtime.Candidate;
import io.github.pythonenv.runtime.Origin;
import io.github.pythonenv.runtime.RuntimeChoice;
import java.util.List;
import java.util.Map;

/** Where an environment's parts come from. */
record Destinations(Wanted wanted) {

    /** What is to be fetched for the runtime, the best first; none where it is there, or none can be had. */
    List<Candidate> runtimes() {
        try {
            return new Prospects(wanted.tools()).of(wanted.request()).runtime() instanceof RuntimeChoice.Missing missing
                    ? missing.candidates()
                    : List.of();
        } catch (UserFailure e) {
            // The check of runtimes tells of it.
            return List.of();
        }
    }

    /** Where one of them is asked for. */
    Origin origin(Candidate candidate) {
        return wanted.request().runtime().mirrors().origin(candidate);
    }

    /** The indexes of its packages. */
    IndexesInUse indexes(Map<String, String> variables) {
        EnvironmentRequest request = fitted();
        return IndexesInUse.of(request.inputs(), request.settings(), request.project(), variables);
    }

    /** With the wheels for its accelerator, where these are to be had. */
    private EnvironmentRequest fitted() {
        try {
            return wanted.tools().accelerated(wanted.request());
        } catch (UserFailure e) {
            // The check of the GPU tells of it.
            return wanted.request();
        }
    }

    Network network() {
        return wanted.tools().supplies().get().network().get();
    }
}
