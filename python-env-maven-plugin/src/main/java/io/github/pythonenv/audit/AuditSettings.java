package io.github.pythonenv.audit;

import java.util.List;
import java.util.Optional;

/**
 * How packages are audited.
 *
 * @param service the address of the service that is asked; uv's own choice unless set
 * @param exemptions vulnerabilities that the project lives with
 * @param fails whether any other is an error, rather than a warning
 */
public record AuditSettings(Optional<String> service, List<Exemption> exemptions, boolean fails) {

    public AuditSettings {
        exemptions = List.copyOf(exemptions);
    }
}
