package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A file of a package as a {@code uv.lock} or {@code pylock.toml} has it. The locks of Poetry and Pipenv have no addresses.
 *
 * @param url where it is
 * @param sha256 its digest, in hexadecimal digits
 */
public record LockedArtifact(String name, String version, String url, String sha256) {

    /**
     * All that the lock of the inputs has; none where they have no such lock.
     *
     * @throws io.github.pythonenv.UserFailure where it cannot be read or is no TOML
     */
    public static List<LockedArtifact> in(PackageInputs inputs) {
        return lock(inputs)
                .filter(Files::isRegularFile)
                .map(LockedArtifact::read)
                .orElse(List.of());
    }

    private static Optional<Path> lock(PackageInputs inputs) {
        if (inputs instanceof UvLock project) {
            return Optional.of(project.file());
        }
        if (inputs instanceof Pylock pylock) {
            return Optional.of(pylock.file());
        }
        return inputs instanceof LockedInputs locked ? Optional.of(locked.lock().file()) : Optional.empty();
    }

    private static List<LockedArtifact> read(Path toml) {
        JsonNode lock = TomlFile.read(toml, "Check the file, or make it anew.");
        List<LockedArtifact> files = new ArrayList<>();
        Stream.concat(lock.path("package").valueStream(), lock.path("packages").valueStream())
                .forEach(one -> Stream.concat(
                                one.path("wheels").valueStream(), Stream.of(one.path("sdist"), one.path("archive")))
                        .forEach(file -> file(one, file).ifPresent(files::add)));
        return files;
    }

    private static Optional<LockedArtifact> file(JsonNode locked, JsonNode file) {
        String hash =
                file.path("hash").asString(file.path("hashes").path("sha256").asString(""));
        String url = file.path("url").asString("");
        return hash.isEmpty() || url.isEmpty()
                ? Optional.empty()
                : Optional.of(new LockedArtifact(
                        PackageName.normal(locked.path("name").asString("")),
                        locked.path("version").asString(""),
                        Credentials.hidden(url),
                        hash.replace("sha256:", "")));
    }

    /**
     * Whether the package was installed from this file: it is a wheel with just the tags that the installed package has.
     * Source: "Binary distribution format" of the Python packaging specifications.
     */
    boolean isOf(InstalledPackage installed) {
        String file = url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\.whl$", "");
        List<String> parts = List.of(file.split("-", -1));
        return url.endsWith(".whl")
                && parts.size() >= 5
                && PackageName.normal(installed.name()).equals(name)
                && installed.version().equals(version)
                && tags(parts.subList(parts.size() - 3, parts.size())).equals(tags(installed));
    }

    private static Set<String> tags(List<String> compressed) {
        Set<String> tags = new TreeSet<>();
        for (String python : compressed.get(0).split("\\.", -1)) {
            for (String abi : compressed.get(1).split("\\.", -1)) {
                for (String platform : compressed.get(2).split("\\.", -1)) {
                    tags.add(python + "-" + abi + "-" + platform);
                }
            }
        }
        return tags;
    }

    private static Set<String> tags(InstalledPackage installed) {
        try {
            return Files.readAllLines(installed.metadata().resolve("WHEEL")).stream()
                    .filter(line -> line.startsWith("Tag:"))
                    .map(line -> line.substring("Tag:".length()).strip())
                    .flatMap(line -> tags(Arrays.asList(line.split("-", 3))).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            return Set.of();
        }
    }

    /** The one that each of the packages was installed from, where it is known. */
    public static List<LockedArtifact> installed(List<LockedArtifact> files, List<InstalledPackage> packages) {
        return files.stream()
                .filter(file -> packages.stream().anyMatch(file::isOf))
                .toList();
    }
}
