package io.github.pythonenv.it.harness;

import java.nio.file.Path;

/** What the build tells the tests, through system properties that its POM sets. */
public final class Settings {

    private Settings() {}

    /** The version of everything in this reactor. */
    public static String version() {
        return of("version");
    }

    /** The version of the archetype plugin that the archetype was made for. */
    public static String archetypePlugin() {
        return of("archetype-plugin.version");
    }

    /** Where tests may write: the module's {@code target}. */
    public static Path target() {
        return Path.of(of("target"));
    }

    /** Where the example projects are. */
    static Path projects() {
        return Path.of(of("projects"));
    }

    /** The folder of the parent POM. */
    public static Path modules() {
        return Path.of(of("modules")).normalize();
    }

    /** The settings of the Maven that runs the tests: "user" or "global". There or not. */
    static Path settings(String whose) {
        return Path.of(of(whose + ".settings").substring("file:".length()));
    }

    static String of(String name) {
        String value = System.getProperty("it." + name);
        if (value == null) {
            throw new IllegalStateException(
                    "No system property it." + name + ". Integration tests are run by Maven: see WRITING_TESTS.md.");
        }
        return value;
    }
}
