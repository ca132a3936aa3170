package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.SessionData;

/**
 * Which module of this build asked for which environment folder. Modules may share one, and so may executions of one
 * module; when they want different things in it, they would replace each other's work for ever.
 */
final class DirectoryClaims {

    private static final String KEY = DirectoryClaims.class.getName();

    private final Map<String, String[]> claims;

    /** @param data what lives as long as the build, and is shared by its modules */
    DirectoryClaims(SessionData data) {
        // Strings only: modules may load this class through different class loaders.
        data.set(KEY, null, new ConcurrentHashMap<String, String[]>());
        @SuppressWarnings("unchecked")
        Map<String, String[]> shared = (Map<String, String[]>) data.get(KEY);
        this.claims = shared;
    }

    /**
     * Notes that a module wants its environment in the request's folder.
     *
     * @param module its coordinates
     * @param execution which of its executions asks
     * @throws UserFailure when something else is wanted there in the same build
     */
    void claim(String module, String execution, EnvironmentRequest request) {
        String wanted = request.describe() + "\npython " + request.python().text();
        String[] first = claims.putIfAbsent(request.directory().toString(), new String[] {module, execution, wanted});
        if (first == null || first[2].equals(wanted)) {
            return;
        }
        if (first[0].equals(module)) {
            throw new UserFailure(
                    "Two executions of " + module + " ask for different environments in " + request.directory() + ": "
                            + first[1] + " and " + execution + ".",
                    "Put what they share into the <configuration> of the plugin rather than of one execution, or give"
                            + " one of them an environment of its own with <environment>.");
        }
        throw new UserFailure(
                "Two modules ask for different environments in " + request.directory() + ": " + first[0] + " and "
                        + module + ".",
                "Give one of them a folder of its own with <directory>, or give both the same configuration and"
                        + " inputs.");
    }
}
