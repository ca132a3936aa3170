package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.environment.EnvironmentRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * Which module of this build asked for which environment folder. Modules may share one; when they want different
 * things in it, they would replace each other's work for ever.
 */
final class DirectoryClaims {

    private static final String KEY = DirectoryClaims.class.getName();

    private final Map<String, String[]> claims;

    DirectoryClaims(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        // Strings only: modules may load this class through different class loaders.
        data.set(KEY, null, new ConcurrentHashMap<String, String[]>());
        @SuppressWarnings("unchecked")
        Map<String, String[]> shared = (Map<String, String[]>) data.get(KEY);
        this.claims = shared;
    }

    /**
     * Notes that a module wants its environment in the request's folder.
     *
     * @throws UserFailure when another module of this build wants something else there
     */
    void claim(MavenProject module, EnvironmentRequest request) {
        String wanted = Digests.sha256(request.describe().getBytes(StandardCharsets.UTF_8));
        String[] first = claims.putIfAbsent(request.directory().toString(), new String[] {module.getId(), wanted});
        if (first != null && !first[1].equals(wanted) && !first[0].equals(module.getId())) {
            throw new UserFailure(
                    "Two modules ask for different environments in " + request.directory() + ": " + first[0] + " and "
                            + module.getId() + ".",
                    "Give one of them a folder of its own with <directory>, or give both the same configuration and"
                            + " inputs.");
        }
    }
}
