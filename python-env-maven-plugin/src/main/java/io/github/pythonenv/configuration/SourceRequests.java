package io.github.pythonenv.configuration;

import io.github.pythonenv.NearName;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.runtime.InstalledBy;
import io.github.pythonenv.runtime.LocalFile;
import io.github.pythonenv.runtime.MavenArtifact;
import io.github.pythonenv.runtime.Mirrors;
import io.github.pythonenv.runtime.Origin;
import io.github.pythonenv.runtime.RemoteFile;
import io.github.pythonenv.runtime.SourceRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides what the parameters on where Python comes from mean together.
 *
 * @param configured what they say
 * @param project the folder that relative paths refer to
 */
record SourceRequests(RuntimeConfiguration configured, Path project) {
    private static final List<String> WORDS =
            List.of("auto", "standalone", "maven", "archive", "embeddable", "system", "uv", "conda");

    /**
     * The source asked for; where none is named, what is configured for one names it.
     *
     * @throws UserFailure where the parameters contradict each other or are not enough
     */
    SourceRequest source() {
        String word = configured.source().orElseGet(this::implied);
        refuseWhatIsForOthers(word);
        return switch (word) {
            case "auto" -> new SourceRequest.Auto();
            case "standalone" -> new SourceRequest.Standalone();
            case "maven" ->
                configured.coordinates().<SourceRequest>map(this::coordinates).orElseGet(SourceRequest.Maven::new);
            case "archive", "embeddable" -> archive(word);
            case "system" -> new SourceRequest.Installed(InstalledBy.SYSTEM);
            case "uv" -> new SourceRequest.Installed(InstalledBy.UV);
            case "conda" -> new SourceRequest.Installed(InstalledBy.CONDA);
            default ->
                throw new UserFailure(
                        "<source> is '" + word + "', which is no source of Pythons.",
                        NearName.question(word, WORDS) + "Take one of " + String.join(", ", WORDS) + ".");
        };
    }

    /** @throws UserFailure where one is malformed */
    Mirrors mirrors() {
        return configured.standaloneMirror().isEmpty()
                        && configured.mirrorGroupId().isEmpty()
                ? Mirrors.NONE
                : new Mirrors(
                        configured.standaloneMirror().map(text -> uri("standaloneMirror", withoutSlash(text))),
                        configured.mirrorGroupId().map(SourceRequests::groupId));
    }

    private String implied() {
        if (configured.archive().isPresent()) {
            return "archive";
        }
        return configured.coordinates().isPresent() ? "maven" : "auto";
    }

    private void refuseWhatIsForOthers(String word) {
        Map<String, List<String>> forOthers = new TreeMap<>();
        boolean archive = word.equals("archive") || word.equals("embeddable");
        note(forOthers, "archive", configured.archive().isPresent() && !archive, "archive", "embeddable");
        note(forOthers, "archiveSha256", configured.archiveSha256().isPresent() && !archive, "archive", "embeddable");
        note(forOthers, "archiveTrusted", configured.archiveTrusted() && !archive, "archive", "embeddable");
        boolean maven = word.equals("maven");
        note(forOthers, "runtimeCoordinates", configured.coordinates().isPresent() && !maven, "maven");
        note(
                forOthers,
                "runtimeDigests",
                !configured.digests().isEmpty() && configured.coordinates().isEmpty(),
                "maven");
        boolean standalone = word.equals("standalone") || word.equals("auto");
        note(
                forOthers,
                "standaloneMirror",
                configured.standaloneMirror().isPresent() && !standalone && WORDS.contains(word),
                "standalone",
                "auto");
        forOthers.forEach((parameter, sources) -> {
            throw new UserFailure(
                    "<" + parameter + "> is configured, and <source> is " + word + ", which has no use for it"
                            + (parameter.equals("runtimeDigests") ? " without <runtimeCoordinates>." : "."),
                    "Leave one of them away, or set <source> to " + String.join(" or ", sources) + ".");
        });
    }

    private static void note(Map<String, List<String>> into, String parameter, boolean wrong, String... sources) {
        if (wrong) {
            into.put(parameter, List.of(sources));
        }
    }

    private SourceRequest archive(String word) {
        String where = configured
                .archive()
                .orElseThrow(() -> new UserFailure(
                        "<source> is " + word + ", and <archive> does not say which one.",
                        "Name its address or file in <archive> (-Dpython-env.archive=…), and its SHA-256 in"
                                + " <archiveSha256>."));
        Origin origin = origin(where);
        if (configured.archiveTrusted() && configured.archiveSha256().isPresent()) {
            throw new UserFailure(
                    "<archiveTrusted> and <archiveSha256> are configured together.",
                    "Keep <archiveSha256>: then nothing has to be trusted.");
        }
        if (configured.archiveTrusted() && origin instanceof RemoteFile) {
            throw new UserFailure(
                    "<archiveTrusted> is set, and <archive> is an address: " + origin + ". Only a file of your own can"
                            + " be trusted; what a network brings can be anything.",
                    "Put its SHA-256 into <archiveSha256> instead.");
        }
        if (!configured.archiveTrusted() && configured.archiveSha256().isEmpty()) {
            throw new UserFailure(
                    "<archive> is " + origin + ", and nobody says what its SHA-256 is to be.",
                    "Put it into <archiveSha256> (-Dpython-env.archiveSha256=…)"
                            + (origin instanceof LocalFile
                                    ? ", or say with <archiveTrusted>true</archiveTrusted> that nobody else can change"
                                            + " that file."
                                    : "."));
        }
        return new SourceRequest.Archive(
                origin,
                configured.archiveSha256().map(text -> sha256("archiveSha256", text)),
                word.equals("embeddable"));
    }

    private Origin origin(String where) {
        if (where.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
            URI uri = uri("archive", where);
            return "file".equalsIgnoreCase(uri.getScheme()) ? new LocalFile(Path.of(uri)) : new RemoteFile(uri);
        }
        return new LocalFile(project.resolve(where).toAbsolutePath().normalize());
    }

    private SourceRequest coordinates(String text) {
        int parts = text.split(":", -1).length;
        if ((parts != 4 && parts != 5) || !text.matches("[^:\\s]+(:[^:\\s]+){3,4}")) {
            throw new UserFailure(
                    "<runtimeCoordinates> is '" + text + "', which is not groupId:artifactId:version[:extension]:"
                            + "classifier.",
                    "Write for instance com.example:cpython:{version}:tar.gz:{platform}; {version} and {platform} (such"
                            + " as linux-x86_64) are filled in.");
        }
        Map<String, String> digests = new TreeMap<>();
        configured.digests().forEach((platform, digest) -> digests.put(platform, sha256("runtimeDigests", digest)));
        return new SourceRequest.Coordinates(MavenArtifact.parse(text), digests);
    }

    static String sha256(String parameter, String text) {
        String digest = text.strip().toLowerCase(Locale.ROOT);
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new UserFailure(
                    "<" + parameter + "> is '" + text.strip() + "', which is no SHA-256.",
                    "A SHA-256 is 64 hexadecimal digits; sha256sum prints that of a file.");
        }
        return digest;
    }

    private static URI uri(String parameter, String text) {
        try {
            URI uri = new URI(text);
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            if (List.of("http", "https", "file").contains(scheme)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below: what is wrong with it may hold a password.
        }
        throw new UserFailure(
                "<" + parameter + "> is no address that can be fetched from.",
                "Write one that begins with https://, http:// or file://.");
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static String groupId(String text) {
        if (!text.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*")) {
            throw new UserFailure(
                    "<mirrorGroupId> is '" + text + "', which is no groupId.",
                    "Take the one that mvn python-env:mirror was given, for instance com.example.python.");
        }
        return text;
    }
}
