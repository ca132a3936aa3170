package io.github.pythonenv.it.harness;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a build finds on the machine: a user's folder, a local repository, a store and a cache of uv, all below {@code
 * target}; and a PATH without Python and uv. Where packages come from is left as the one who runs the tests has it.
 *
 * @param home what {@code user.home} says
 * @param localRepository Maven's; holds the plugin under test
 * @param store what {@code python-env.home} says
 * @param uvCache what {@code UV_CACHE_DIR} says
 */
public record Machine(Path home, Path localRepository, Path store, Path uvCache) {

    /** The one for nearly all tests: what one test has fetched, the next one finds. */
    public static Machine shared() {
        return below(Settings.target().resolve("machine"));
    }

    /** One that nobody has used, made in an empty folder. */
    public static Machine fresh(Path folder) {
        return below(folder);
    }

    /** The same with a store of its own, for tests about the store. */
    public Machine withStore(Path other) {
        return new Machine(home, localRepository, other, uvCache);
    }

    /** The same with another local repository. */
    public Machine withLocalRepository(Path other) {
        return new Machine(home, other, store, uvCache);
    }

    private static Machine below(Path folder) {
        return new Machine(
                folder.resolve("home"), folder.resolve("repository"), folder.resolve("store"), folder.resolve("uv"));
    }

    /** The environment of a build: that of the tests without what would steer Maven, Java, Python or uv elsewhere. */
    public Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.keySet().removeIf(Machine::steers);
        environment.put("PATH", ToolPath.get().toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("UV_CACHE_DIR", uvCache.toString());
        return environment;
    }

    private static boolean steers(String name) {
        return switch (name) {
            case "CI",
                    "JAVA_TOOL_OPTIONS",
                    "JDK_JAVA_OPTIONS",
                    "M2_HOME",
                    "MAVEN_ARGS",
                    "MAVEN_CONFIG",
                    "MAVEN_HOME",
                    "MAVEN_OPTS",
                    "VIRTUAL_ENV" -> true;
            default -> name.startsWith("PYTHON") || name.startsWith("CONDA_") || name.startsWith("UV_PROJECT");
        };
    }
}
