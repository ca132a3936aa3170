package io.github.pythonenv.maven;

import io.github.pythonenv.environment.Assembled;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentTuning;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.packaging.ImageParts;

/**
 * What an environment consists of: that which stands, for this machine's platform, and else one that is put together.
 *
 * @param here the id of this machine's platform
 */
record PlatformParts(Environments environments, EnvironmentTuning tuning, EnvironmentRequest request, String here)
        implements ImageParts {

    @Override
    public <T> T during(String platform, Work<T> work) {
        if (!platform.equals(here) || Environments.linksToProjects(request)) {
            return environments.assemble(request, platform, parts -> with(parts, platform, work));
        }
        return with(Assembled.standing(request, Environments.standing(request).orElseThrow()), platform, work);
    }

    private <T> T with(Assembled parts, String platform, Work<T> work) {
        return work.with(parts, tuning.elsewhere(request, parts, platform).variables());
    }
}
