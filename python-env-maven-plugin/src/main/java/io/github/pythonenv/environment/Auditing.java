package io.github.pythonenv.environment;

import io.github.pythonenv.download.Logins;
import io.github.pythonenv.packages.AuditService;
import io.github.pythonenv.packages.AuditedPackages;
import io.github.pythonenv.packages.SitePackages;
import io.github.pythonenv.packages.UnlistedServer;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.runtime.Runtime;
import java.io.IOException;
import java.nio.file.Path;

/** Asks for known vulnerabilities of what stands at the target of a request, and of what its lock has. */
record Auditing(Toolbox tools, EnvironmentRequest request, EnvironmentState standing) {

    private static final String NOTHING = "{\"summary\": {\"audited_packages\": 0}, \"vulnerabilities\": []}";

    AuditAnswer ask(AuditService service) throws IOException {
        Runtime runtime = standing.runtime();
        VenvLayout layout = new VenvLayout(request.directory(), tools.windows());
        SitePackages installed = SitePackages.of(layout, runtime.version().series());
        AuditedPackages packages = AuditedPackages.of(installed.packages(), request.inputs());
        if (packages.count() == 0) {
            return new AuditAnswer(0, NOTHING);
        }
        Logins logins = tools.supplies().get().network().get().logins();
        UnlistedServer.of(service, logins).map(UnlistedServer::warning).ifPresent(tools::warn);
        Path resolution = new Generations(request.directory()).resolution();
        String answer = tools.installer(request, runtime, tools.uv(request, runtime), resolution)
                .audit()
                .ask(packages, service, logins);
        return new AuditAnswer(packages.count(), answer);
    }
}
