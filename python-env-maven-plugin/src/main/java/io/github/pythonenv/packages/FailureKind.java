package io.github.pythonenv.packages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why uv or pip failed, told from what they said, and what a person can do about it. Source of the signs: what uv 0.13.8
 * and pip 23.2, 25.3 print when each of these is brought about.
 */
record FailureKind(Pattern sign, String hint) {

    /** A build from source that failed. */
    private static final String BUILD = "failed to build `|build backend returned";

    private static final Pattern BUILT_IN_VAIN = Pattern.compile(BUILD);

    /** A server that does not let in who asks. */
    private static final String LOGIN =
            "401 unauthorized|403 forbidden|407 proxy|40[137] client error|authentication (required|failed)";

    private static final Pattern WANTS_LOGIN = Pattern.compile(LOGIN);

    /** In the order in which they are tried: what lies deeper comes first, since the rest follows from it. */
    private static final List<FailureKind> KINDS = List.of(
            kind(
                    "no space left on device|os error 28|errno 28|disk quota exceeded|not enough space on the disk",
                    "Make room where the file named above lies (the project, uv's cache, the store or the temporary"
                            + " folder), and build again."),
            kind(
                    "hash mismatch|do not match the hashes|no overlapping hashes",
                    "What the index serves is not what was locked. Do not simply lock again: find out whether a mirror,"
                            + " a proxy or the package itself was altered."),
            kind(
                    "must have a hash|no trusted hash|must have their versions pinned",
                    "Where one requirement has a hash, each needs an exact version and one. Let a tool write them all: uv"
                            + " pip compile --generate-hashes."),
            kind(
                    "fatal alert: (certificaterequired|badcertificate|certificateunknown|unknownca|handshakefailure)"
                            + "|alert (certificate required|bad certificate|unknown ca|handshake failure)",
                    "The server wants a certificate from whoever asks, and got none or one that it does not take. Name a"
                            + " PEM file with certificate and key in <clientCertificate> or SSL_CLIENT_CERT."),
            kind(
                    "invalid peer certificate|certificate_verify_failed|problem confirming the ssl|unknownissuer",
                    "The certificate is not trusted here. Add its authority to the machine's or to the JVM's trust store,"
                            + " or name a PEM file in <caCertificates> or SSL_CERT_FILE."),
            kind(
                    LOGIN,
                    "The server named above, or the proxy, wants another login. Give it in settings.xml, by a <server> whose"
                            + " id is the host or the index's name, or in netrc, or in UV_INDEX_<NAME>_USERNAME and"
                            + " _PASSWORD; check that it is right, and the URL."),
            kind(
                    "network was disabled|network connectivity is disabled|network is disabled",
                    "Nothing is fetched in an offline build, and something is not in uv's cache yet. Run the build once"
                            + " without -o."),
            kind(
                    "https://(?s:.*)client error \\(sendrequest\\)(?s:.*)"
                            + "(connection reset|connection closed|peer closed|broken pipe|unexpected eof)"
                            + "|eof occurred in violation of protocol",
                    "The server named above ended the connection as soon as it was asked. Some do so to whoever shows no"
                            + " certificate: if this one wants one, name a PEM file with certificate and key in"
                            + " <clientCertificate> or SSL_CLIENT_CERT. Else check the network, the proxy (HTTPS_PROXY) and"
                            + " the index that is configured."),
            kind(
                    "dns error|failed to lookup|name resolution|tcp connect error|connection (refused|reset|broken)"
                            + "|timed out|error sending request|retrying \\(|max retries exceeded|status server error"
                            + "|5\\d\\d server error|failed to fetch: ",
                    "The server named above could not be reached or did not serve. Check the network, the proxy"
                            + " (HTTPS_PROXY) and the address that is configured; with all packages in uv's cache, -o builds"
                            + " without."),
            kind(
                    "has no usable wheels|marked as `--no-build`|building source distributions (for `[^`]*` )?is disabled"
                            + "|no wheels are usable",
                    "Only wheels are to be installed (wheelsOnly, or for another platform than this one), and one package"
                            + " has none for this Python and platform. Take a version that has; for this machine it"
                            + " may be built: -Dpython-env.wheelsOnly=false."),
            kind(
                    BUILD,
                    "There is no ready-made wheel, and building from source failed for the reason above. Take a version"
                            + " that has a wheel for this Python and platform, or install what the build asks for."),
            kind(
                    "python version \\([^)]*\\) does not satisfy|python requirement|requires-python|current python version"
                            + "|requires a different python",
                    "The Python of this environment does not suit. Set <pythonVersion> to one that does, or take other"
                            + " versions of the packages."),
            kind(
                    "target environment is not supported by the lock",
                    "The lock is for other machines than this one (its environments). Lock again for this platform, or take"
                            + " the lock that is for it."),
            kind(
                    "must include one of: `wheels`",
                    "The lock names a package and no file of it. Make it anew with the tool that wrote it; a"
                            + " pylock.toml is not written by hand."),
            kind(
                    "valid exclude-newer value",
                    "Correct <excludeNewer>: a date such as 2026-01-31, a time such as 2026-01-31T12:00:00Z, or a span such"
                            + " as 3 days."),
            kind(
                    "(group|extra) `[^`]*` is not defined",
                    "Correct <groups> or <extras>: a group stands in [dependency-groups] of a pyproject.toml, an extra in"
                            + " its [project.optional-dependencies]."),
            kind(
                    "could not find root package",
                    "Correct <members>: a member of the workspace is called by the name in its own pyproject.toml."),
            kind(
                    "was not found in the|no matching distribution|there is no version of|there are no versions of",
                    "Check how the package's name and version are spelled, and that the index in use has them."),
            kind(
                    "no solution found|unsatisfiable",
                    "These requirements exclude each other. Change one of those named above, or a constraint on them."),
            kind(
                    "couldn't parse|error parsing|failed to parse|toml parse error|unexpected '|expected one of",
                    "Correct what is named above."));

    private static final String ELSE = "The text above is the tool's own. Run Maven with -X for all of its output.";

    private static FailureKind kind(String sign, String hint) {
        return new FailureKind(Pattern.compile(sign), hint);
    }

    /** What to do next. */
    static String hintFor(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        Optional<String> missing = BUILT_IN_VAIN.matcher(lower).find() ? BuildNeeds.in(said) : Optional.empty();
        return missing.orElseGet(() -> general(lower));
    }

    /** Whether another login would help. */
    static boolean wantsLogin(String said) {
        return WANTS_LOGIN.matcher(said.toLowerCase(Locale.ROOT)).find();
    }

    private static String general(String lower) {
        return KINDS.stream()
                .filter(kind -> kind.sign.matcher(lower).find())
                .findFirst()
                .map(FailureKind::hint)
                .orElse(ELSE);
    }
}
