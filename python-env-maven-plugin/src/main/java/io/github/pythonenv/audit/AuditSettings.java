package io.github.pythonenv.audit;

import java.util.List;
import java.util.Optional;

/**
 * How packages are audited.
 *
 * @param service the address of the service that is asked; uv's own choice unless set
 * @param server the id of the server in Maven's settings that has the login for it; the service's host unless set
 * @param exemptions vulnerabilities that the project lives with
 * @param fails whether any other is an error, rather than a warning
 */
public record AuditSettings(
        Optional<String> service, Optional<String> server, List<Exemption> exemptions, boolean fails) {

    public AuditSettings {
        exemptions = List.copyOf(exemptions);
    }
}
