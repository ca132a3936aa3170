package io.github.pythonenv.packages;

import io.github.pythonenv.NearName;
import io.github.pythonenv.download.Logins;
import java.util.Map;
import java.util.Optional;

/**
 * A server that was named and that {@code settings.xml} does not have. That is no error: what it is for may be readable by
 * anyone, and on a laptop often is.
 *
 * @param id what was named
 * @param setting where
 * @param near the id that may have been meant, as a question
 */
public record UnlistedServer(String id, String setting, String near) {

    /** Tells those who say why a call failed. */
    private static final String VARIABLE = "PYTHON_ENV_UNLISTED_SERVER";

    /** The one that is named for the default index, if it is not there. */
    public static Optional<UnlistedServer> ofDefaultIndex(InstallSettings settings, Logins logins) {
        return of(settings.access().server(), "indexServer", logins);
    }

    /** The one that is named for the service that knows of vulnerabilities, if it is not there. */
    public static Optional<UnlistedServer> of(AuditService service, Logins logins) {
        return of(service.server(), "audit.server", logins);
    }

    private static Optional<UnlistedServer> of(Optional<String> server, String setting, Logins logins) {
        return server.filter(id -> !logins.names().contains(id))
                .map(id -> new UnlistedServer(id, setting, NearName.question(id, logins.names())));
    }

    /** For a person, before anything is asked. */
    public String warning() {
        return what() + "; its login is not used. " + near + "Add that server, or correct " + setting + ".";
    }

    private String what() {
        return "settings.xml has no <server> with the id '" + id + "', which " + setting + " names";
    }

    /** The variables, with word of it for {@link #remark}. */
    public Map<String, String> variables() {
        return Map.of(VARIABLE, what() + ". " + near);
    }

    /** What stands before the hint where a server wants a login; empty where all are listed. */
    static String remark(Map<String, String> variables) {
        return variables.getOrDefault(VARIABLE, "");
    }
}
