package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.platform.Libc;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a request cannot be met on this machine, and what can be had instead. */
final class NoSuchPython {
    private final Host host;
    private final List<Distribution> offered;
    private final List<Distribution> all;

    /**
     * @param offered what was chosen from
     * @param all what could be chosen from if no source were asked for
     */
    NoSuchPython(Host host, List<Distribution> offered, List<Distribution> all) {
        this.host = host;
        this.offered = offered;
        this.all = all;
    }

    UserFailure failure(VersionRequest request, SourceRequest source) {
        boolean forced = source instanceof SourceRequest.Standalone || source instanceof SourceRequest.Maven;
        return new UserFailure(
                "No Python for the request '" + request + "' can be had on this machine"
                        + (forced ? " from the source " + source : "") + ": " + reason(request) + ".",
                hint() + (forced ? elsewhere(request) : ""));
    }

    /** What matches and starts here, and is of a source that was not asked. */
    private String elsewhere(VersionRequest request) {
        return all.stream()
                .filter(one -> !offered.contains(one)
                        && request.accepts(one.version())
                        && one.obstacle(host).isEmpty())
                .max(Comparator.comparing(Distribution::version))
                .map(one -> " Or leave <source> (-Dpython-env.source) away: " + one.version() + " can be had from "
                        + one.source().word() + ".")
                .orElse("");
    }

    /** @throws UserFailure if an archive of one's own has another version than is asked for */
    static void requireWanted(RuntimeRequest request, PythonVersion found) {
        if (!request.python().accepts(found)) {
            throw new UserFailure(
                    "The Python asked for is '" + request.python() + "', and the source " + request.source()
                            + " has CPython "
                            + found + ".",
                    "Ask for that version, or name another archive.");
        }
    }

    /** None of the interpreters that were found where one is to be used in place. */
    static UserFailure installed(InstalledBy by, VersionRequest request, List<String> passedOver) {
        return new UserFailure(
                "No Python for the request '" + request + "' was found on this machine (source " + by.word() + ")."
                        + (passedOver.isEmpty() ? "" : " " + String.join(" ", passedOver)),
                "Ask for a version that is there, install the one you want, or leave <source> (-Dpython-env.source) away"
                        + " to have one fetched. "
                        + (by == InstalledBy.UV
                                ? "uv downloads from where UV_PYTHON_INSTALL_MIRROR says."
                                : "One that was not found where it lies is made known with mvn python-env:runtimes"
                                        + " -Dpython-env.action=register -Dpython-env.executable=<path>."));
    }

    /** No environment is made of an archive on Windows. */
    static UserFailure packed() {
        return new UserFailure(
                "<packed> is configured, and on Windows no environment is made of an archive.",
                "Unpack it into a folder of its own with mvn python-env:unpack.");
    }

    static UserFailure embeddable(Host host) {
        return new UserFailure(
                "<source> is embeddable, a package for Windows, and this machine is "
                        + host.platform().id() + ".",
                "Leave it away here: in a POM, set it in a profile with <activation><os><family>windows</family></os>"
                        + "</activation>.");
    }

    /** None of those that an organisation's own repository has. */
    static UserFailure onMirror(String groupId, VersionRequest request, List<Distribution> there, Host host) {
        String obstacles = there.stream()
                .map(one -> " Its Python " + one.version() + " "
                        + one.obstacle(host).orElse("is from another source") + ".")
                .distinct()
                .collect(Collectors.joining());
        return new UserFailure(
                "The mirror " + groupId + " has no Python for the request '" + request + "' on "
                        + host.platform().id() + "." + obstacles,
                "Put one there with mvn python-env:mirror (-Dpython-env.pythonVersion, -Dpython-env.platforms), or check"
                        + " that the repository which has it is one of the repositories or plugin repositories. What was added within a"
                        + " day is seen with -U.");
    }

    private String reason(VersionRequest request) {
        if (ofThisPlatform().findAny().isEmpty()) {
            return "there is none at all for " + host.platform().id() + ", only for "
                    + joined(
                            offered.stream().sorted(Comparator.comparing(Distribution::platform)),
                            Distribution::platform);
        }
        Optional<Distribution> kept = ofThisPlatform()
                .filter(one -> request.accepts(one.version()))
                .max(Comparator.comparing(Distribution::version));
        if (kept.isPresent()) {
            return "Python " + kept.get().version() + " "
                    + kept.get().obstacle(host).orElse("does not start");
        }
        List<Distribution> elsewhere =
                offered.stream().filter(one -> request.accepts(one.version())).toList();
        return elsewhere.isEmpty()
                ? "no version in the catalogue matches"
                : "what matches is for other platforms only, "
                        + joined(elsewhere.stream(), one -> one.version() + " (" + one.platform() + ")")
                        + ", and this is "
                        + host.platform().id();
    }

    private String hint() {
        List<Distribution> here = ofThisPlatform()
                .filter(one -> one.obstacle(host).isEmpty())
                .sorted(Comparator.comparing(Distribution::version))
                .toList();
        if (!here.isEmpty()) {
            String elsewhere = joined(
                    offered.stream()
                            .sorted(Comparator.comparing(Distribution::version))
                            .filter(one ->
                                    here.stream().noneMatch(had -> had.version().equals(one.version()))),
                    one -> one.version().toString());
            return "Ask for one that can be had here: "
                    + joined(here.stream(), one -> one.version().toString())
                    + (elsewhere.isEmpty() ? "." : " (on other machines only: " + elsewhere + ").");
        }
        if (host.platform().libc() instanceof Libc.Musl) {
            return "Build on a Linux with glibc: for containers, an image on Debian, Ubuntu or Fedora instead of Alpine.";
        }
        return ofThisPlatform().findAny().isEmpty()
                ? "Build on one of these platforms."
                : "Build on a newer release of this system.";
    }

    private Stream<Distribution> ofThisPlatform() {
        return offered.stream()
                .filter(one -> one.platform().equals(host.platform().id()));
    }

    private static String joined(Stream<Distribution> distributions, Function<Distribution, String> text) {
        return distributions.map(text).distinct().collect(Collectors.joining(", "));
    }
}
