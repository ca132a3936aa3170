package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.Completed;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What pip and uv say when they fail, in their own words, with what to do next. */
final class ToolFailure {

    /** Tells one kind of failure from its text; the first that fits counts. */
    private record Kind(Pattern sign, String hint) {
        Kind(String sign, String hint) {
            this(Pattern.compile(sign), hint);
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "no space left|disk quota|os error 28",
                    "Make room on the disk of the project, of uv's cache and of the temporary folder, and build again."),
            new Kind(
                    "hash mismatch|do not match the hashes|hashes? .*(expected|don't match)",
                    "What the index serves is not what was locked. Do not simply lock again: find out whether a mirror,"
                            + " a proxy or the package itself was altered."),
            new Kind(
                    "certificate|invalid peer|unknownissuer|tls handshake|ssl:",
                    "The index's certificate is not trusted here. Add its authority to the machine's or to the JVM's trust"
                            + " store, or name a PEM file in SSL_CERT_FILE."),
            new Kind(
                    "401|403|unauthorized|forbidden|authentication",
                    "The index wants credentials. Give them in netrc or in UV_INDEX_<NAME>_USERNAME and _PASSWORD; check"
                            + " that they are right."),
            new Kind(
                    "network was disabled|network is disabled|offline",
                    "This build is offline and something is not in uv's cache yet. Run it once without -o."),
            new Kind(
                    "error sending request|connect error|connection (refused|reset|error)|dns error|timed? ?out"
                            + "|failed to lookup|name resolution|newconnectionerror|max retries|failed to fetch",
                    "The index could not be reached. Check the network, the proxy (HTTPS_PROXY) and the index that is"
                            + " configured; or build with -o if all is in uv's cache."),
            new Kind(
                    "python_requires|requires-python|requires python|current python version",
                    "The Python chosen does not suit these packages. Set <pythonVersion> to one that does, or relax the"
                            + " packages' versions."),
            new Kind(
                    "was not found in the|not found in the package registry|no matching distribution",
                    "Check the spelling of the package's name, and that the index in use has it."),
            new Kind(
                    "no solution found|unsatisfiable|conflict",
                    "These requirements exclude each other. Change one of those named above, or the constraints on them."),
            new Kind(
                    "failed to build|build backend|failed to prepare",
                    "No ready-made wheel fits, and building from source failed. Take a version with a wheel for this"
                            + " Python and platform, or install what the build asks for."),
            new Kind(
                    "couldn't parse|failed to parse|expected one of|invalid requirement|unexpected",
                    "Correct the line that is named above."));

    private static final String ELSE = "The text above is the tool's own. Run Maven with -X for all of its output.";

    private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/@\\s]+@");

    private ToolFailure() {}

    /** @param what what was being done, as the beginning of a sentence */
    static UserFailure of(String what, Completed failed) {
        String said = Stream.concat(failed.out().stream(), failed.err().stream())
                .filter(line -> !line.isBlank())
                .map(ToolFailure::redacted)
                .collect(Collectors.joining("\n  "));
        return new UserFailure(what + " (exit status " + failed.exitCode() + "):\n  " + said, hint(said));
    }

    /** The text without user names and passwords in URLs. */
    static String redacted(String text) {
        return CREDENTIALS.matcher(text).replaceAll("***@");
    }

    private static String hint(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return KINDS.stream()
                .filter(kind -> kind.sign.matcher(lower).find())
                .findFirst()
                .map(Kind::hint)
                .orElse(ELSE);
    }
}
