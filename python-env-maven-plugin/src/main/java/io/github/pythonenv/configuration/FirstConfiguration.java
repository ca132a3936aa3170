package io.github.pythonenv.configuration;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.runtime.VersionRequests;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first {@code python-env.json} of a project, made of what is found in its folder: the environment that the plugin
 * would make without any, and one for each further file whose name says what it is for.
 */
public final class FirstConfiguration {

    /** {@code requirements-dev.txt}, {@code requirements_dev.txt}, {@code dev-requirements.txt}. */
    private static final Pattern REQUIREMENTS = Pattern.compile(
            "requirements[-_.](?<after>\\p{Alnum}[\\w-]*)\\.txt|(?<before>\\p{Alnum}[\\w-]*)[-_]requirements\\.txt");

    /** {@code pylock.dev.toml}. Source: PEP 751, "File Name". */
    private static final Pattern PYLOCK = Pattern.compile("pylock\\.(?<after>[^.]+)\\.toml");

    private FirstConfiguration() {}

    /**
     * What would be written.
     *
     * @param project the project's folder
     * @return the file's contents by key; the version of Python is missing where no file says it
     * @throws UserFailure where the folder cannot be read
     */
    public static Map<String, Object> of(Path project) {
        Map<String, Object> file = new LinkedHashMap<>();
        VersionRequests.discover(project)
                .ifPresent(found ->
                        file.put("python", Map.of("version", found.request().text())));
        Map<String, Object> environments = new LinkedHashMap<>();
        environments.put(ConfiguredEnvironment.UNNAMED, found(project));
        environments.putAll(named(project));
        file.put("environments", environments);
        return file;
    }

    private static Map<String, Object> found(Path project) {
        Map<String, Object> environment = new LinkedHashMap<>();
        environment.put("purpose", "Main environment");
        PackageInputs inputs = new InputsDiscovery(project, InputConfiguration.of(Settings.NONE), false)
                .find()
                .inputs();
        if (inputs instanceof NoPackages) {
            environment.put("packages", List.of());
        } else if (Files.isRegularFile(project.resolve("requirements.txt"))
                && inputs.summary().startsWith("requirements.txt")) {
            environment.put("requirements", List.of("requirements.txt"));
        } else if (inputs.summary().startsWith("pylock.toml")) {
            environment.put("pylock", "pylock.toml");
        } else if (inputs.summary().startsWith("uv.lock")) {
            environment.put("uvProject", ".");
        }
        return environment;
    }

    private static Map<String, Object> named(Path project) {
        Map<String, Object> environments = new TreeMap<>();
        boolean main = Files.isRegularFile(project.resolve("requirements.txt"));
        for (String name : names(project)) {
            Matcher requirements = REQUIREMENTS.matcher(name);
            Matcher pylock = PYLOCK.matcher(name);
            if (requirements.matches()) {
                String after = requirements.group("after");
                environments.put(
                        after != null ? after : requirements.group("before"),
                        Map.of("requirements", main ? List.of("requirements.txt", name) : List.of(name)));
            } else if (pylock.matches()) {
                environments.put(pylock.group("after"), Map.of("pylock", name));
            }
        }
        return environments;
    }

    private static List<String> names(Path project) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(project, Files::isRegularFile)) {
            List<String> names = new ArrayList<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names.stream().sorted().toList();
        } catch (IOException e) {
            throw new UserFailure(
                    project + " cannot be read: " + FileFault.why(e) + ".",
                    "Name a folder that this user may read with -Dpython-env.initDirectory=…",
                    e);
        }
    }
}
