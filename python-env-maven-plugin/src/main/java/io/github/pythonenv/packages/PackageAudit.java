package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.download.Logins;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Asks a service for known vulnerabilities by {@code uv audit}. That takes uv projects only, so a project is made for the
 * question whose lock has the exact versions; no index is asked.
 */
public final class PackageAudit {

    /** A lock names where a package is from, and nothing is fetched from there. */
    private static final String NOWHERE = "https://index.invalid/simple";

    private final UvCalls calls;
    private final Path folder;

    PackageAudit(UvCalls calls, Path folder) {
        this.calls = calls;
        this.folder = folder;
    }

    /**
     * Asks.
     *
     * @param service one that answers as OSV does
     * @param logins may have one for the service
     * @return uv's answer as JSON, in the form of uv 0.13
     * @throws UserFailure offline, and in uv's words where it got no answer
     */
    public String ask(AuditedPackages packages, AuditService service, Logins logins) throws IOException {
        if (calls.variables().containsKey("UV_OFFLINE")) {
            throw new UserFailure(
                    "Known vulnerabilities are asked of a service, and this is an offline build (-o): nothing is known.",
                    "Run it without -o. A service inside is named by audit.service (-Dpython-env.auditService=…).");
        }
        List<String> arguments = new ArrayList<>(List.of("audit", "--frozen", "--output-format", "json"));
        arguments.addAll(List.of("--preview-features", "audit-command,json-output"));
        service.address().ifPresent(address -> arguments.addAll(List.of("--service-url", address)));
        Files.createDirectories(folder);
        try {
            Files.writeString(folder.resolve("pyproject.toml"), project(packages));
            Files.writeString(folder.resolve("uv.lock"), lock(packages));
            UvCalls asking = calls.in(folder)
                    .with(service.variables(logins))
                    .with(UnlistedServer.of(service, logins)
                            .map(UnlistedServer::variables)
                            .orElse(Map.of()));
            Completed answered = asking.attemptWithoutPython(arguments);
            // 1: there are some.
            if (answered.exitCode() > 1 || answered.out().isEmpty()) {
                throw asking.failure("The service for known vulnerabilities gave no answer", answered);
            }
            return String.join("\n", answered.out());
        } finally {
            Trees.delete(folder);
        }
    }

    private static String project(AuditedPackages packages) {
        return """
                [project]
                name = "python-env-audited"
                version = "0"
                requires-python = ">=3.8"
                dependencies = [
                %s]
                """.formatted(each(packages, (name, version) -> "  \"" + name + "==" + version + "\",\n"));
    }

    /** Every version is one that the project needs, as a project for several platforms may need several. */
    private static String lock(AuditedPackages packages) {
        return """
                version = 1
                requires-python = ">=3.8"

                [[package]]
                name = "python-env-audited"
                version = "0"
                source = { virtual = "." }
                dependencies = [
                %s]
                %s""".formatted(each(packages, PackageAudit::need), each(packages, PackageAudit::locked));
    }

    private static String need(String name, String version) {
        return "  { name = \"" + name + "\", version = \"" + version + "\", source = { registry = \"" + NOWHERE
                + "\" } },\n";
    }

    private static String locked(String name, String version) {
        return """

                [[package]]
                name = "%s"
                version = "%s"
                source = { registry = "%s" }
                sdist = { url = "%s/%s.tar.gz", hash = "sha256:%s" }
                """.formatted(name, version, NOWHERE, NOWHERE, name, "0".repeat(64));
    }

    private static String each(AuditedPackages packages, BinaryOperator<String> written) {
        StringBuilder text = new StringBuilder();
        packages.versions()
                .forEach((name, versions) -> versions.forEach(version -> text.append(written.apply(name, version))));
        return text.toString();
    }
}
