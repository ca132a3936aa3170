package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.download.Logins;
import java.util.Map;
import java.util.Optional;

/**
 * The service that knows of vulnerabilities.
 *
 * @param url its address; uv's own choice unless set
 * @param server the name under which a login for it is listed; else its host is that name
 */
public record AuditService(Optional<String> url, Optional<String> server) {

    private static final String NAME = "python-env-audit";

    /** @throws UserFailure where a login would stand on uv's command line */
    public AuditService {
        if (url.filter(Credentials::writtenIn).isPresent()) {
            throw new UserFailure(
                    "audit.service has a user and password in it, which would stand on uv's command line.",
                    "Write the address without them, and put them into settings.xml, in a <server> whose id is the"
                            + " address's host or stands in audit.server (-Dpython-env.auditServer=…).");
        }
    }

    /** As uv takes it: what stands behind the last slash it would take for a file, and ask beside it. */
    Optional<String> address() {
        return url.map(text -> text.endsWith("/") ? text : text + "/");
    }

    /**
     * The variables by which uv is told of the login that is listed for it, if there is one. uv knows such variables for
     * indexes only, and sends an index's login with whatever it asks below the index's address; no index is asked in an
     * audit. Tried with uv 0.13.8.
     */
    Map<String, String> variables(Logins logins) {
        return address()
                .flatMap(address -> IndexCredentials.listed(server, address, logins)
                        .map(login -> Map.of(
                                "UV_INDEX",
                                NAME + "=" + address,
                                IndexNames.variable(NAME) + "_USERNAME",
                                login.user(),
                                IndexNames.variable(NAME) + "_PASSWORD",
                                login.password())))
                .orElse(Map.of());
    }
}
